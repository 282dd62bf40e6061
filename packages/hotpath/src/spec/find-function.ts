import { UserError } from '../errors.js';
import { answersTo } from '../instrument/places/find-functions.js';
import { functionPlaces } from '../instrument/places/find-places.js';
import { scriptExtensions } from '../instrument/syntax/parse.js';
import type { HotPath } from '../model/path/path.js';
import type { RowPlace } from '../model/path/row.js';
import { linkedFiles } from './loaded-names.js';
import { type PathFiles, pathFiles } from './path-files.js';

/** The function that matches a name. Throws a UserError if none or several match. */
export function findFunction(path: HotPath, wanted: string, files = pathFiles(path)): RowPlace {
  const [suffix, name] = wanted.includes('#') ? splitAt(wanted, wanted.lastIndexOf('#')) : [null, wanted];
  const searched = filesToSearch(path, suffix);
  if (searched.length === 0) {
    throw new UserError(
      `${path.file}: functions: "${wanted}": the path loads no file that ends in ${suffix}`,
      'Write the end of its path, for a package the part below node_modules, such as `pino/lib/tools.js#asJson`.',
    );
  }
  const found = searched.flatMap((file) =>
    functionPlaces(files.parse(file), files).filter((place) => answersTo(place.name, name)),
  );
  const [only] = found;
  if (!only) {
    const where = suffix ?? 'the sources';
    throw new UserError(
      `${path.file}: functions: no function "${name}" in ${where}`,
      nearest(searched, name, files),
    );
  }
  if (found.length > 1) {
    const places = found.map((place) => `${place.file}:${place.line} (${place.name})`).join(', ');
    throw new UserError(
      `${path.file}: functions: "${wanted}" matches ${found.length} functions: ${places}`,
      'Write `path/suffix.js#Class.name` to select one.',
    );
  }
  return only;
}

function splitAt(text: string, at: number): [string, string] {
  return [text.slice(0, at), text.slice(at + 1)];
}

/** The loaded files that end in a suffix; without a suffix, the sources. */
function filesToSearch(path: HotPath, suffix: string | null): string[] {
  if (suffix === null) return [...path.sources];
  const scripts = path.loaded.filter((file) => scriptExtensions.test(file));
  const found = scripts.filter((file) => file === suffix || file.endsWith(`/${suffix}`));
  if (found.length > 0) return found;
  const linked = linkedFiles(path, suffix);
  return scripts.filter((file) => linked.includes(file));
}

function nearest(searched: readonly string[], name: string, files: PathFiles): string {
  const names = new Set(
    searched.flatMap((file) => functionPlaces(files.parse(file)).map((place) => place.name)),
  );
  const alike = [...names].filter((other) => other.toLowerCase().includes(name.toLowerCase().slice(0, 4)));
  const list = (alike.length > 0 ? alike : [...names]).slice(0, 6).join(', ');
  return list ? `Functions there: ${list}.` : 'There is no named function.';
}
