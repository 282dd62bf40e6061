import { dirname } from 'node:path';
import { globSync } from 'tinyglobby';
import { UserError } from '../errors.js';
import { scriptExtensions } from '../instrument/syntax/parse.js';

/**
 * Absolute paths of the scripts that match the patterns, sorted. Without patterns, the loaded scripts outside
 * node_modules. Throws a UserError for a pattern that matches no script.
 */
export function findSources(
  specFile: string,
  patterns: readonly string[] | null,
  loaded: readonly string[],
): string[] {
  if (patterns === null) return loaded.filter(isOwnScript).sort();
  const files = new Set<string>();
  for (const pattern of patterns) {
    const matched = globSync(pattern, { cwd: dirname(specFile), absolute: true, dot: true }).filter(
      (file) => scriptExtensions.test(file) && !file.endsWith('.d.ts'),
    );
    if (matched.length === 0) {
      throw new UserError(
        `${specFile}: sources: "${pattern}" matches no script`,
        'Patterns are relative to the specification. Fix or remove this one.',
      );
    }
    for (const file of matched) files.add(file);
  }
  return [...files].sort();
}

function isOwnScript(file: string): boolean {
  return scriptExtensions.test(file) && !file.includes('/node_modules/');
}
