import { readFileSync } from 'node:fs';
import { linesOf } from '../model/text/lines.js';

/** The text of a file, without a byte order mark; null if it cannot be read. */
export function fileText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return null;
  }
}

/** The text to show for a script: that of its file, unless another text ran that differs in more than blanks. */
export function writtenText(file: string, ran: string | null): string | null {
  const written = fileText(file);
  return written === null || (ran !== null && !isBlanked(written, withoutWrapper(ran))) ? ran : written;
}

/** What Node puts around the text of a CommonJS module where a program has looked at or changed `Module.wrapper`. */
const wrapper = ['(function (exports, require, module, __filename, __dirname) { ', '\n});'] as const;

function withoutWrapper(ran: string): string {
  const [head, tail] = wrapper;
  return ran.startsWith(head) && ran.endsWith(tail) ? ran.slice(head.length, -tail.length) : ran;
}

/** Comments that a loader appends. */
const appended = /(\s*\/\/# source(Mapping)?URL=\S*)*\s*$/;

/** Whether two texts are the same but for comments that loaders append: some give another map to programs whose calls are counted. */
export function isSameCode(one: string, other: string): boolean {
  return one === other || one.replace(appended, '') === other.replace(appended, '');
}

/** Whether a text is another one with some of its characters made blank, as by a loader that blanks types. */
function isBlanked(written: string, ran: string): boolean {
  const lines = linesOf(written);
  return linesOf(ran.replace(appended, '')).every((line, at) =>
    isBlankedLine(lines[at] ?? '', line.trimEnd()),
  );
}

function isBlankedLine(written: string, line: string): boolean {
  for (let at = 0; at < line.length; at++) if (line[at] !== ' ' && line[at] !== written[at]) return false;
  return true;
}
