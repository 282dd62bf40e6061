import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute } from 'node:path';
import { initSync, parse as parseExports } from 'cjs-module-lexer';
import { parseSync } from 'oxc-parser';
import { compile, type Edit } from '../../instrument/edits/compile.js';
import type { CompiledSource } from './compile-cache.js';
import { moduleFormat } from './module-format.js';

initSync();

/** Compiles one file: its module format, its code with edits and without types, its CommonJS export names. */
export function compileFile(
  file: string,
  text: string,
  edits: readonly Edit[],
  runtime: string,
): CompiledSource {
  const format = moduleFormat(file, () => parseSync(file, text).module.hasModuleSyntax);
  const code = compile(file, text, edits, runtime);
  return { format, code, exports: format === 'commonjs' ? exportNames(file, code, new Set()) : [] };
}

/** Export names as Node finds them: by cjs-module-lexer, through re-exports. */
function exportNames(file: string, code: string, seen: Set<string>): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  try {
    const { exports, reexports } = parseExports(code);
    const further = reexports.flatMap((request) => reexported(file, request, seen));
    return [...new Set([...exports, ...further])];
  } catch {
    return [];
  }
}

function reexported(file: string, request: string, seen: Set<string>): string[] {
  try {
    const target = createRequire(file).resolve(request);
    return isAbsolute(target) ? exportNames(target, readFileSync(target, 'utf8'), seen) : [];
  } catch {
    return [];
  }
}
