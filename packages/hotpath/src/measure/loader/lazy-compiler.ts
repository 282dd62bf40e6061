import { createRequire } from 'node:module';
import type { CompileFile } from './compile-cache.js';
import type * as compilerModule from './compile-file.js';

let compiler: CompileFile | undefined;

/**
 * The compiler, loaded at the first file that the session's cache does not have: its parsers cost more than
 * the rest of a fork's start. Required rather than imported, because CommonJS loading cannot wait.
 */
export const compileLazily: CompileFile = (file, text, edits, runtime) => {
  compiler ??= (createRequire(import.meta.url)('./compile-file.js') as typeof compilerModule).compileFile;
  return compiler(file, text, edits, runtime);
};
