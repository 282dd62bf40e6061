import { answersTo } from '../instrument/places/find-functions.js';
import { functionPlaces } from '../instrument/places/find-places.js';
import { scriptExtensions } from '../instrument/syntax/parse.js';
import type { HotPath } from '../model/path/path.js';
import type { RowPlace } from '../model/path/row.js';
import { linkedFiles } from './loaded-names.js';
import { noFunction, severalFunctions } from './named-functions.js';
import { type PathFiles, pathFiles } from './path-files.js';

/** The function that matches a name. Throws a UserError if none or several match. */
export function findFunction(path: HotPath, wanted: string, files = pathFiles(path)): RowPlace {
  const found = findFunctions(path, wanted, files);
  if (found.length > 1) throw severalFunctions(path, wanted, found);
  return found[0] as RowPlace;
}

/**
 * The functions that match a name, at least one: `NAME` or `Class.NAME` in the sources, and where none has it in all loaded files;
 * `path/suffix.js#NAME` in the files that end so. Throws a UserError if none matches.
 */
export function findFunctions(path: HotPath, wanted: string, files: PathFiles): readonly RowPlace[] {
  const [suffix, name] = wanted.includes('#') ? splitAt(wanted, wanted.lastIndexOf('#')) : [null, wanted];
  const found = placesToSearch(path, suffix).map((searched) =>
    searched.flatMap((file) =>
      functionPlaces(files.parse(file), files).filter((place) => answersTo(place.name, name)),
    ),
  );
  const places = found.find((each) => each.length > 0);
  if (!places) throw noFunction(path, { wanted, suffix, name }, placesToSearch(path, suffix).flat(), files);
  return places;
}

function splitAt(text: string, at: number): [string, string] {
  return [text.slice(0, at), text.slice(at + 1)];
}

/** The loaded files that end in a suffix; without a suffix, the sources, and after them all other loaded files. */
function placesToSearch(path: HotPath, suffix: string | null): string[][] {
  const scripts = path.loaded.filter((file) => scriptExtensions.test(file));
  if (suffix === null) {
    const own = new Set(path.sources);
    return [[...path.sources], scripts.filter((file) => !own.has(file))];
  }
  const found = scripts.filter((file) => file === suffix || file.endsWith(`/${suffix}`));
  if (found.length > 0) return [found];
  const linked = linkedFiles(path, suffix);
  return [scripts.filter((file) => linked.includes(file))];
}
