import { UserError } from '../errors.js';
import { functionPlaces } from '../instrument/places/find-places.js';
import type { HotPath } from '../model/path/path.js';
import type { RowPlace } from '../model/path/row.js';
import type { PathFiles } from './path-files.js';

/** A name as the specification gives it, and its two parts. */
export interface WantedFunction {
  readonly wanted: string;
  /** The end of its file's path; null where none is named. */
  readonly suffix: string | null;
  readonly name: string;
}

/** So many functions are listed. */
const mostListed = 6;

/** A name that several functions have. `what`: what else they have in common. */
export function severalFunctions(
  { file }: HotPath,
  wanted: string,
  found: readonly RowPlace[],
  what = '',
): UserError {
  const places = found.map((place) => `${place.file}:${place.line} (${place.name})`);
  const more = places.length > mostListed ? ` and ${places.length - mostListed} more` : '';
  return new UserError(
    `${file}: functions: "${wanted}" matches ${found.length} functions${what}: ${places.slice(0, mostListed).join(', ')}${more}`,
    'Write `path/suffix.js#Class.name` to select one.',
  );
}

/** A name that no function of the searched files has. */
export function noFunction(
  path: HotPath,
  { wanted, suffix, name }: WantedFunction,
  searched: readonly string[],
  files: PathFiles,
): UserError {
  if (searched.length === 0)
    return new UserError(
      `${path.file}: functions: "${wanted}": the path loads no file that ends in ${suffix}`,
      'Write the end of its path, for a package the part below node_modules, such as `pino/lib/tools.js#asJson`.',
    );
  return new UserError(
    `${path.file}: functions: no function "${name}" in ${suffix ?? 'the sources or in another file that the path loads'}`,
    nearest(path, name, searched, files),
  );
}

/** The functions with the most similar names, and their files. */
function nearest(path: HotPath, name: string, searched: readonly string[], files: PathFiles): string {
  const places = searched.flatMap((file) => functionPlaces(files.parse(file)));
  const own = new Set(path.sources);
  const alike = places
    .map((place) => ({ place, common: commonPart(place.name.toLowerCase(), name.toLowerCase()) }))
    .filter(({ place, common }) => common >= 3 || own.has(place.file))
    .sort((a, b) => b.common - a.common);
  const listed = new Map(alike.map(({ place }) => [place.name, place]));
  const list = [...listed.values()]
    .slice(0, mostListed)
    .map((place) => `${place.name} (${place.file}:${place.line})`);
  return list.length > 0 ? `Functions there: ${list.join(', ')}.` : 'There is no function with such a name.';
}

/** Length of the longest text that both names contain. */
function commonPart(one: string, other: string): number {
  for (let length = Math.min(one.length, other.length); length > 0; length--) {
    for (let from = 0; from + length <= other.length; from++)
      if (one.includes(other.slice(from, from + length))) return length;
  }
  return 0;
}
