import { type CountedText, countedText } from '../instrument/effects/counted-text.js';
import { type Unwinding, unwindingAt } from '../instrument/effects/unwinding.js';
import { outlineScript } from '../instrument/syntax/outline.js';
import { parseSource, scriptExtensions } from '../instrument/syntax/parse.js';
import type { ScriptOutline } from '../model/path/script-outline.js';
import type { RanScript } from '../model/profiles/ran-script.js';
import { lineStarts, linesOf } from '../model/text/lines.js';
import { type OriginalSources, originalSources } from './maps/original-sources.js';
import { fileText, writtenText } from './written-text.js';

export type { CountedText };

/** A script as V8 runs it. */
export interface ScriptText {
  readonly text: string;
  /** Line breaks before the text that V8 ran; offsets of coverage begin after them. */
  readonly lead: number;
  readonly outline: ScriptOutline;
  /** Null if the script is not generated, or its map cannot be read. */
  readonly original: OriginalSources | null;
  /** Why the map that the script names cannot be read; null if it can, or names none. */
  readonly mapProblem: string | null;
  /** The offset of a place, line from 1, column from 0. */
  offsetOf(line: number, column: number): number;
  /** What V8's counts of executions do not tell of the script. */
  counted(): CountedText;
  /** What an exception does that comes to an offset; `toPromise`: V8 predicts that a promise gets it. */
  unwinding(offset: number, toPromise: boolean): Unwinding;
}

/** Reads a script by name, once: null for one that cannot be read or parsed, or of which several texts ran. */
export type ScriptReader = (file: string) => ScriptText | null;

/** The scripts of a program. */
export interface Scripts {
  readonly read: ScriptReader;
  /** The lines of a script or of a source of those that have been read; null where they are not known. */
  linesOf(file: string): readonly string[] | null;
  /** What of these scripts is not known, a sentence each. `files`: names as `read` takes them. */
  notesOn(files: Iterable<string>): readonly string[];
}

/**
 * Scripts as they ran, and all others as their files are. `others` reads those of another run, of which scripts with the same text are
 * taken: a large one takes seconds to parse.
 */
export function openScripts(ran: readonly RanScript[] = [], others?: ScriptReader): Scripts {
  const changed = changedScripts(ran);
  const known = new Map<string, ScriptText | null>();
  const read: ScriptReader = (file) => {
    let script = known.get(file);
    if (script === undefined) {
      script = sameScript(file, changed.get(file), others?.(file)) ?? readScript(file, changed.get(file));
      known.set(file, script);
    }
    return script;
  };
  const textOf = (file: string): string | null => {
    for (const script of known.values()) {
      const text = script?.original?.textOf(file);
      // Some loaders leave the texts in their maps empty.
      if (text) return text;
    }
    const isSource = known.get(file)?.original != null;
    // A file that was made for the session may be gone by now.
    const written = writtenText(file, isSource ? null : (changed.get(file)?.text ?? null));
    return written ?? known.get(file)?.text ?? null;
  };
  return {
    read,
    linesOf(file) {
      const text = textOf(file);
      return text === null ? null : linesOf(text);
    },
    notesOn: (files) => [...files].flatMap((file) => noteOn(file, changed.get(file), read(file)) ?? []),
  };
}

/** Null for a name by which several texts ran. */
function changedScripts(ran: readonly RanScript[]): ReadonlyMap<string, RanScript | null> {
  const changed = new Map<string, RanScript | null>();
  for (const script of ran) {
    const known = changed.get(script.file);
    changed.set(script.file, known === undefined || known?.text === script.text ? script : null);
  }
  return changed;
}

function noteOn(file: string, ran: RanScript | null | undefined, script: ScriptText | null): string | null {
  if (!isPath(file)) return null;
  if (ran === null) return `${file}: several texts ran by this name, so its lines are not known`;
  // Many packages name maps that they do not ship.
  if (script?.mapProblem && !/[\\/]node_modules[\\/]/.test(file))
    return `${file}: its source map cannot be read (${script.mapProblem}), so lines are those of the compiled text`;
  if (!ran || script?.original) return null;
  if (!script) return `${file}: the text that ran cannot be parsed, so its lines are not known`;
  return writtenText(file, ran.text) === ran.text
    ? `${file}: a loader changed its text and gave no source map, so lines are those of the text that ran`
    : null;
}

/** A script of another run, if its text is the one that ran here too; `ran` as for readScript. */
function sameScript(
  file: string,
  ran: RanScript | null | undefined,
  other: ScriptText | null | undefined,
): ScriptText | null {
  if (!other || ran === null) return null;
  const { text, lead } = ran ?? { text: fileText(file), lead: 0 };
  return other.text === text && other.lead === lead ? other : null;
}

/** `ran` is null where several texts ran, undefined where the file's own text ran. */
function readScript(file: string, ran: RanScript | null | undefined): ScriptText | null {
  if (ran === null || (!ran && !isPath(file))) return null;
  try {
    const text = ran?.text ?? fileText(file);
    if (text === null) return null;
    const parsed = parseSource(nameForParser(file, ran !== undefined), text);
    const starts = lineStarts(text);
    const sources = originalSources(file, text);
    const mapProblem = typeof sources === 'string' ? sources : null;
    return {
      text,
      lead: ran?.lead ?? 0,
      outline: outlineScript(parsed),
      original: mapProblem === null ? (sources as OriginalSources | null) : null,
      mapProblem,
      offsetOf: (line, column) => (starts[line - 1] ?? 0) + column,
      counted: () => countedText(parsed),
      unwinding: (offset, toPromise) => unwindingAt(parsed, offset, toPromise),
    };
  } catch {
    return null;
  }
}

function isPath(file: string): boolean {
  return file.startsWith('/') || /^[A-Za-z]:[\\/]/.test(file);
}

/** V8 runs JavaScript: the text of a loader has no types, whatever the file is called. */
function nameForParser(file: string, isChanged: boolean): string {
  return isChanged || !scriptExtensions.test(file) ? `${file}.js` : file;
}
