import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute } from 'node:path';
import { initSync, parse as parseExports } from 'cjs-module-lexer';
import { parseSync } from 'oxc-parser';
import { toCommonJs } from '../../instrument/commonjs/to-commonjs.js';
import { compile, type Edit } from '../../instrument/edits/compile.js';
import { isDense, openLines } from '../../instrument/syntax/open-lines.js';
import { isTypeScript } from '../../instrument/syntax/parse.js';
import type { CompiledSource } from './compile-cache.js';
import { type ModuleFormat, moduleFormat } from './module-format.js';
import { withStandIns } from './stand-ins.js';

initSync();

/** A dense text with its statements on lines of their own. */
export function readableText(file: string, text: string): string {
  return isDense(text) ? openLines(file, text) : text;
}

/** Compiles one file: finds its module format and its CommonJS export names, applies the edits and removes types. */
export function compileFile(
  file: string,
  text: string,
  edits: readonly Edit[],
  runtime: string,
): CompiledSource {
  const format = moduleFormat(file, () => parseSync(file, text).module.hasModuleSyntax);
  const code = inFormat(file, format, compile(file, text, edits, runtime));
  const exports = format === 'commonjs' ? exportNames(file, code, new Set()) : [];
  return { format, code: withStandIns(file, code, format), exports };
}

/** Of the TypeScript files, only .cts are CommonJS although they have `import` and `export`. */
function inFormat(file: string, format: ModuleFormat, code: string): string {
  return format === 'commonjs' && isTypeScript(file) ? toCommonJs(file, code) : code;
}

/** Export names as Node finds them: with cjs-module-lexer, following re-exports. */
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
    return isAbsolute(target) ? exportNames(target, scriptOf(target), seen) : [];
  } catch {
    return [];
  }
}

function scriptOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  return isTypeScript(file) ? inFormat(file, 'commonjs', compile(file, text, [], '')) : text;
}
