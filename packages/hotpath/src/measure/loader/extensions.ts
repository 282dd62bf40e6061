import { readFileSync } from 'node:fs';
import { isTypeScript, scriptExtensions } from '../../instrument/syntax/parse.js';
import { variantOfModule } from './instances.js';
import { internals } from './module-internals.js';
import { canRequireModules } from './require-module.js';

/**
 * Lets `require` load TypeScript, and lets each instance's `_compile` decide about its format: some versions of Node load
 * ES modules without it. `compiled` gives the code of a file that belongs to no variant.
 */
export function installExtensions(compiled: (file: string) => string): void {
  const known = Object.getOwnPropertyNames(internals._extensions).filter((name) =>
    scriptExtensions.test(name),
  );
  for (const extension of new Set([...known, '.ts', '.cts', '.tsx'])) {
    const original = internals._extensions[extension];
    internals._extensions[extension] = (module, file) => {
      const isInstance = variantOfModule(module) !== undefined;
      if (isInstance && (isTypeScript(file) || canRequireModules()))
        module._compile(readFileSync(file, 'utf8'), file);
      else if (isTypeScript(file)) module._compile(compiled(file), file);
      else original?.(module, file);
    };
  }
}
