import { UserError } from '../errors.js';
import { regionPlaces } from '../instrument/places/find-places.js';
import type { FoldMark } from '../model/path/fold-mark.js';
import type { HotPath } from '../model/path/path.js';
import type { RowPlace } from '../model/path/row.js';
import { findFoldMarks } from './find-fold-marks.js';
import { findFunction } from './find-function.js';
import { withOriginals } from './original-places.js';
import { pathFiles } from './path-files.js';

export interface FoundRows {
  /** All places that can become rows: the regions of the loaded sources, then the functions that the specification names. */
  readonly places: readonly RowPlace[];
  /** Marks in the loaded sources that make no row. */
  readonly foldMarks: readonly FoldMark[];
}

/**
 * Finds the rows of a path. Throws a UserError for a misplaced mark in a file that the specification names as a source, and for a function
 * that is missing or ambiguous.
 */
export function findRows(path: HotPath): FoundRows {
  const loaded = new Set(path.loaded);
  const files = pathFiles(path);
  const sources = path.sources.map(files.parse);
  const foldMarks = findFoldMarks(path, sources);
  const regions = sources
    .filter(({ file }) => loaded.has(file))
    .flatMap((source) => regionPlaces(source, path.repeatable, files));
  checkRepeatable(path, regions);
  const functions = path.functions.map((wanted) => findFunction(path, wanted, files));
  return { places: withOriginals([...regions, ...functions]), foldMarks };
}

function checkRepeatable({ file, repeatable }: HotPath, regions: readonly RowPlace[]): void {
  const names = [...new Set(regions.map((region) => region.name))];
  const lost = repeatable.find((name) => !names.includes(name));
  if (lost === undefined) return;
  throw new UserError(
    `${file}: repeatable: no region "${lost}" in the loaded sources`,
    names.length > 0 ? `Regions there: ${names.join(', ')}.` : 'The loaded sources have no regions.',
  );
}
