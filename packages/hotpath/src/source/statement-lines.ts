import { outlineScript } from '../instrument/syntax/outline.js';
import { parseSource } from '../instrument/syntax/parse.js';

/** The lines of a source on which statements begin; null where it is in no language that can be parsed. */
export function statementLines(file: string, text: string): ReadonlySet<number> | null {
  try {
    return new Set(outlineScript(parseSource(file, text)).statements.map(({ line }) => line));
  } catch {
    return null;
  }
}
