import { readFileSync } from 'node:fs';
import { UserError } from '../errors.js';
import { answersTo } from '../instrument/places/find-functions.js';
import { functionPlaces, regionPlaces } from '../instrument/places/find-places.js';
import { scriptExtensions } from '../instrument/syntax/parse.js';
import type { HotPath } from '../model/path/path.js';
import type { RowPlace } from '../model/path/row.js';
import { originalPlace } from '../source/maps/original-sources.js';
import { type PathFiles, pathFiles } from './path-files.js';

/**
 * All places that can become rows: the regions of the loaded sources, then the functions that the specification names.
 * Marks are checked in all sources, loaded or not. Throws a UserError for a misplaced mark, and for a function that is
 * missing or ambiguous.
 */
export function findRows(path: HotPath): RowPlace[] {
  const loaded = new Set(path.loaded);
  const files = pathFiles(path);
  const regions = path.sources.map(files.parse).flatMap((source) => {
    const places = regionPlaces(source, path.repeatable, files);
    return loaded.has(source.file) ? places : [];
  });
  checkRepeatable(path, regions);
  const functions = path.functions.map((wanted) => findFunction(path, wanted, files));
  return withOriginals([...regions, ...functions]);
}

/** Adds the original place to places in generated files. */
function withOriginals(places: readonly RowPlace[]): RowPlace[] {
  const texts = new Map(places.map(({ file }) => [file, readFileSync(file, 'utf8')]));
  return places.map((place) => ({
    ...place,
    original: originalPlace(place.file, texts.get(place.file) ?? '', place.start),
  }));
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
  return path.loaded.filter(
    (file) => scriptExtensions.test(file) && (file === suffix || file.endsWith(`/${suffix}`)),
  );
}

function nearest(searched: readonly string[], name: string, files: PathFiles): string {
  const names = new Set(
    searched.flatMap((file) => functionPlaces(files.parse(file)).map((place) => place.name)),
  );
  const alike = [...names].filter((other) => other.toLowerCase().includes(name.toLowerCase().slice(0, 4)));
  const list = (alike.length > 0 ? alike : [...names]).slice(0, 6).join(', ');
  return list ? `Functions there: ${list}.` : 'There is no named function.';
}
