import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { isTypeScript } from '../../instrument/syntax/parse.js';
import { moduleCandidates } from '../../source/module-candidates.js';
import { internals } from './module-internals.js';

/** Lets `require` find TypeScript where the JavaScript that a request names does not exist. */
export function installTypeScript(): void {
  const resolve = internals._resolveFilename;
  internals._resolveFilename = function (request, parent, isMain, options) {
    try {
      return resolve.call(this, request, parent, isMain, options);
    } catch (problem) {
      const found = parent && typeScriptFile(request, parent.filename);
      if (found) return found;
      throw problem;
    }
  };
}

function typeScriptFile(request: string, parent: string): string | null {
  if (!/^\.{0,2}\//.test(request)) return null;
  const target = isAbsolute(request) ? request : join(dirname(parent), request);
  const found = moduleCandidates(target).filter(isTypeScript);
  for (const file of found) {
    try {
      readFileSync(file);
      return file;
    } catch {
      // The next candidate may exist.
    }
  }
  return null;
}
