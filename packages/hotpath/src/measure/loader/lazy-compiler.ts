import { createRequire } from 'node:module';
import type { CompileFile } from './compile-cache.js';
import type * as compilerModule from './compile-file.js';

let compiler: typeof compilerModule | undefined;

/** Loads the compiler now, where Node cannot `require` it because that is an ES module. */
export async function preloadCompiler(): Promise<void> {
  compiler ??= await import('./compile-file.js');
}

/**
 * The compiler, loaded at the first file that is not in the session's cache: its parsers take longer than the rest of a fork's
 * start. It is required, not imported, because CommonJS loading is synchronous.
 */
export const compileLazily: CompileFile = (...file) => loaded().compileFile(...file);

/** A text as it is, or, if it is written for machines, with its statements on lines of their own. */
export function readableText(file: string, text: string): string {
  return loaded().readableText(file, text);
}

function loaded(): typeof compilerModule {
  compiler ??= createRequire(import.meta.url)('./compile-file.js') as typeof compilerModule;
  return compiler;
}
