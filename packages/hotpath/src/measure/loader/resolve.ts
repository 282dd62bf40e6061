import { isBuiltin } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isTypeScript } from '../../instrument/syntax/parse.js';
import { scriptAt } from './script-at.js';
import { tsconfigTargets } from './tsconfig-paths.js';

/** A relative path, or an absolute one. */
export const isPath = (specifier: string): boolean => /^(?:\.{0,2}\/|\.{1,2}$)/.test(specifier);

/**
 * Finds what TypeScript finds before it looks for a package, as tsconfig.json says: for all imports of TypeScript, and for
 * those of JavaScript that Node does not find (`isMissing`). Null where there is none.
 */
export function resolveByTsconfig(specifier: string, file: string, isMissing: boolean): string | null {
  if (isPath(specifier) || /^[a-z][a-z\d+.-]*:/i.test(specifier) || isBuiltin(specifier)) return null;
  if (!isMissing && !isTypeScript(file)) return null;
  for (const target of tsconfigTargets(specifier, file)) {
    const found = scriptAt(target);
    if (found !== null && !/\.d\.[cm]?ts$/.test(found)) return found;
  }
  return null;
}

/**
 * Finds a module as TypeScript does where Node does not: `./x.js` for `./x.ts`, a specifier without extension, a folder with
 * an index, also where a package.json leads to such a path. Null where there is none.
 */
export function resolveAsTypeScript(
  specifier: string,
  parentUrl: string | undefined,
  problem: unknown,
): string | null {
  try {
    const target = targetOf(specifier, parentUrl, problem);
    const found = target && scriptAt(fileURLToPath(target));
    return found ? `${pathToFileURL(found).href}${target.search}${target.hash}` : null;
  } catch {
    // No path can be made of it. Node's error says why.
    return null;
  }
}

function targetOf(specifier: string, parentUrl: string | undefined, problem: unknown): URL | null {
  if (specifier.startsWith('file:')) return new URL(specifier);
  if (isPath(specifier)) return new URL(specifier, parentUrl);
  const { url } = problem as { url?: unknown };
  return typeof url === 'string' && url.startsWith('file:') ? new URL(url) : null;
}
