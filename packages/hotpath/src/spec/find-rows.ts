import { UserError } from '../errors.js';
import { regionPlaces } from '../instrument/places/find-places.js';
import type { FoldMark } from '../model/path/fold-mark.js';
import type { HotPath } from '../model/path/path.js';
import type { RowPlace } from '../model/path/row.js';
import { findFoldMarks } from './find-fold-marks.js';
import { findFunctions } from './find-function.js';
import { withOriginals } from './original-places.js';
import { pathFiles } from './path-files.js';

export interface FoundRows {
  /** All places that can become rows: the regions of the loaded sources, then the functions that the specification names. */
  readonly places: readonly RowPlace[];
  /** Marks in the loaded sources that make no row. */
  readonly foldMarks: readonly FoldMark[];
  /** Names that several functions have; left out: none. */
  readonly unclear?: readonly UnclearName[];
}

/** A name of the specification that several functions have: the one of them that runs is meant. */
export interface UnclearName {
  readonly wanted: string;
  readonly places: readonly RowPlace[];
}

/**
 * Finds the rows of a path. Throws a UserError for a misplaced mark in a file that the specification names as a source, and for a function
 * that is missing.
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
  const named = path.functions.map((wanted) => ({ wanted, places: findFunctions(path, wanted, files) }));
  const functions = named.flatMap(({ places }) => (places.length === 1 ? places : []));
  return {
    places: withOriginals([...regions, ...functions]),
    foldMarks,
    unclear: named.filter(({ places }) => places.length > 1),
  };
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
