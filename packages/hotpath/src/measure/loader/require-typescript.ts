import { dirname, resolve as resolvePath } from 'node:path';
import { isTypeScript } from '../../instrument/syntax/parse.js';
import { internals } from './module-internals.js';
import { isPath, resolveByTsconfig } from './resolve.js';
import { scriptAt } from './script-at.js';

/** Lets `require` find what TypeScript finds and Node does not, and what a tsconfig.json names. */
export function installTypeScript(): void {
  const resolve = internals._resolveFilename;
  internals._resolveFilename = function (request, parent, isMain, options) {
    const file = parent?.filename;
    if (typeof file !== 'string' || options !== undefined)
      return resolve.call(this, request, parent, isMain, options);
    const preferred = resolveByTsconfig(request, file, false);
    if (preferred !== null) return preferred;
    try {
      return resolve.call(this, request, parent, isMain, options);
    } catch (problem) {
      const found = typeScriptFile(request, file, problem) ?? resolveByTsconfig(request, file, true);
      if (found !== null) return found;
      throw problem;
    }
  };
}

function typeScriptFile(request: string, parent: string, problem: unknown): string | null {
  const target = isPath(request) ? resolvePath(dirname(parent), request) : missingPath(problem);
  const found = target === null ? null : scriptAt(target);
  return found !== null && isTypeScript(found) ? found : null;
}

/** The path to which a package.json led. */
function missingPath(problem: unknown): string | null {
  return /^Cannot find module '(\/[^']*)'/.exec(String((problem as Error).message))?.[1] ?? null;
}
