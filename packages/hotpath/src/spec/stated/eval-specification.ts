import { compile } from '../../instrument/edits/compile.js';
import { statedFile } from '../../model/path/import-from.js';
import { linesOf } from '../../model/text/lines.js';
import { originalSources } from '../../source/maps/original-sources.js';
import { readOperation } from './operation-code.js';
import { isJavaScript } from './parse-code.js';
import { readSetup } from './setup-code.js';

/** A path whose operation is code. */
export interface StatedCode {
  readonly code: string;
  /** Runs once before all operations; its declarations are visible in `code`. */
  readonly setup: string;
  /** The folder in which the user is; imports are resolved from it. */
  readonly folder: string;
}

/** A specification. */
export interface CodeSpecification {
  readonly name: string;
  readonly text: string;
  /** The extension of its file: TypeScript only where the code has types, because TypeScript leaves out imports that are not used. */
  readonly extension: '.mjs' | '.mts';
  /** Where the user wrote a line that ran: `--eval:2`; null for other lines. */
  placeOf(line: number): string | null;
}

/** The specification of a path whose operation is code. Throws a UserError with the place of a mistake of syntax. */
export function evalSpecification({ code, setup, folder }: StatedCode): CodeSpecification {
  const operation = readOperation('--eval', code, folder);
  const { open, close, isAsync } = operation;
  const before = [
    requires(setup + code, folder) + readSetup('--setup', setup, folder),
    '',
    'export default {',
    `  name: ${JSON.stringify(nameOf(code))},`,
    `  run: ${isAsync ? 'async ' : ''}() => ${open}`,
  ].join('\n');
  const text = `${before}\n${operation.code}\n  ${close},\n};\n`;
  const firstLine = linesOf(before).length + 1;
  const [setupLines, codeLines] = [linesOf(setup).length, linesOf(code).length];
  const written = writtenLine(text);
  return {
    name: nameOf(code),
    text,
    extension: isJavaScript(text) ? '.mjs' : '.mts',
    placeOf(line) {
      const at = written(line);
      if (at <= setupLines) return `--setup:${at}`;
      const own = at - firstLine + 1;
      return own >= 1 && own <= codeLines ? `--eval:${own}` : null;
    },
  };
}

/** A function from lines that run to lines of the text. They differ where TypeScript is not only types. */
function writtenLine(text: string): (line: number) => number {
  if (isJavaScript(text)) return (line) => line;
  const file = '/code.mts';
  const sources = originalSources(file, compile(file, text, [], 'undefined'));
  if (sources === null || typeof sources === 'string') return (line) => line;
  return (line) => sources.placeOf(line, 0)?.line ?? line;
}

/** A `require`, which modules lack, where the code uses one that it does not declare. On the line of what follows. */
function requires(code: string, folder: string): string {
  if (!/\brequire\s*[(.]/.test(code) || /\bcreateRequire\b/.test(code)) return '';
  const file = JSON.stringify(statedFile(folder));
  return `const require = (await import('node:module')).createRequire(${file}); `;
}

const longestName = 60;

/** The code on one line, shortened. */
function nameOf(code: string): string {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length > longestName ? `${line.slice(0, longestName - 1).trimEnd()}…` : line;
}
