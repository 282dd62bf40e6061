import { lstatSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { UserError } from '../errors.js';
import { scriptExtensions } from '../instrument/syntax/parse.js';
import { loadedNames } from './loaded-names.js';

/**
 * Absolute paths of the scripts that match the patterns, sorted, each once and by the path by which it was loaded. Without patterns, the
 * loaded scripts outside node_modules. Patterns are relative to the folder in which the specification really is, as its imports are.
 * Throws a UserError for a pattern that matches no script.
 */
export function findSources(
  specFile: string,
  patterns: readonly string[] | null,
  loaded: readonly string[],
): string[] {
  if (patterns === null) return loaded.filter(isOwnScript).sort();
  const nameOf = loadedNames(loaded);
  const folder = dirname(nameOf(specFile));
  const files = patterns.flatMap((pattern) => {
    const matched = globSync(pattern, { cwd: folder, absolute: true, dot: true })
      .map(nameOf)
      .filter(isScript);
    if (matched.length === 0) throw noMatch(specFile, pattern, folder);
    return matched;
  });
  return [...new Set(files)].sort();
}

function noMatch(specFile: string, pattern: string, folder: string): UserError {
  const isLink = lstatSync(resolve(folder, pattern), { throwIfNoEntry: false })?.isSymbolicLink();
  return new UserError(
    `${specFile}: sources: "${pattern}" ${isLink ? 'is a link that leads to no script' : 'matches no script'}`,
    `Patterns are relative to the folder of the specification, ${folder}. Fix or remove this one.`,
  );
}

function isScript(file: string): boolean {
  return scriptExtensions.test(file) && !/\.d\.[cm]?ts$/.test(file);
}

function isOwnScript(file: string): boolean {
  return scriptExtensions.test(file) && !file.includes('/node_modules/');
}
