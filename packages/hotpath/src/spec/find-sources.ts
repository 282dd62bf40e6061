import { lstatSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { UserError } from '../errors.js';
import { scriptExtensions } from '../instrument/syntax/parse.js';
import { loadedNames } from './loaded-names.js';

/** Absolute paths, sorted, each once and as the file was loaded. */
export interface FoundSources {
  readonly sources: readonly string[];
  /** Those that are named without a pattern. */
  readonly namedSources: readonly string[];
}

/**
 * The scripts that match the patterns; without patterns, the loaded scripts outside node_modules. Patterns are relative to the folder in
 * which the specification really is, as its imports are; those that begin with `!` leave files out. Throws a UserError for a pattern that
 * matches no script.
 */
export function findSources(
  specFile: string,
  patterns: readonly string[] | null,
  loaded: readonly string[],
): FoundSources {
  if (patterns === null) return { sources: loaded.filter(isOwnScript).sort(), namedSources: [] };
  const nameOf = loadedNames(loaded);
  const folder = dirname(nameOf(specFile));
  const without = patterns.filter(leavesOut).map((pattern) => pattern.slice(1));
  const matches = (pattern: string): string[] => {
    const options = { cwd: folder, absolute: true, dot: true, ignore: without };
    const matched = globSync(pattern, options).map(nameOf).filter(isScript);
    if (matched.length === 0) throw noMatch(specFile, pattern, folder);
    return matched;
  };
  const wanted = patterns.filter((pattern) => !leavesOut(pattern));
  if (wanted.length === 0 && without.length > 0) throw noMatch(specFile, patterns.join(', '), folder);
  return {
    sources: [...new Set(wanted.flatMap(matches))].sort(),
    namedSources: wanted.filter((pattern) => !isDynamicPattern(pattern)).flatMap(matches),
  };
}

function leavesOut(pattern: string): boolean {
  return /^!(?!\()/.test(pattern);
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
