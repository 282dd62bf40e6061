import { type MarkedPlace, markRegions } from '../instrument/edits/mark-regions.js';
import { parseSource } from '../instrument/syntax/parse.js';
import type { RowPlace } from '../model/path/row.js';

export interface MarkedFile {
  /** The file with marks around its places. */
  readonly text: string;
  /** Names of the places that no marks can stand around. */
  readonly unmarked: readonly string[];
}

/** Marks places of one file as regions. Regions have the names of functions, and the texts of statements. */
export function markChosen(file: string, text: string, places: readonly RowPlace[]): MarkedFile {
  const marked = places.flatMap(({ kind, start, name }): MarkedPlace[] =>
    kind === 'region' ? [] : [{ kind, start, name: nameOfMark(name) }],
  );
  const result = markRegions(parseSource(file, text), marked);
  return { text: result.text, unmarked: result.unmarked.map(({ name }) => name) };
}

/** Lines change, so a mark does not name one. */
function nameOfMark(name: string): string {
  return name.replace(/^\S+:\d+ /, '');
}
