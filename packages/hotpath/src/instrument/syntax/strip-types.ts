import remapping, { type EncodedSourceMap } from '@jridgewell/remapping';
import { transformSync as stripInPlace } from '@swc/wasm-typescript';
import type MagicString from 'magic-string';
import { transformSync as reprint } from 'oxc-transform';
import { UserError } from '../../errors.js';
import { lineIndex } from '../../model/text/lines.js';
import { type Node, parseSource } from './parse.js';
import { exportsTypes } from './type-exports.js';
import { valueNames } from './value-names.js';

/** JavaScript with unchanged line numbers and no map, or reprinted JavaScript with a map to the original. */
export interface Stripped {
  readonly code: string;
  readonly map: EncodedSourceMap | null;
}

/**
 * Turns TypeScript into JavaScript. Types are replaced by blanks, so lines stay in place and stacks need no source map.
 * An enabled source map would make every `error.stack` more expensive and so change the measured path. Files with syntax
 * that cannot be blanked (enums, namespaces, parameter properties, imports used only as types, exports of types) are reprinted with a
 * source map. Throws a UserError if the file is not valid TypeScript.
 */
export function stripTypes(file: string, text: MagicString): Stripped {
  const source = text.toString();
  if (!dropsNames(file, source)) {
    try {
      return { code: stripInPlace(source, { mode: 'strip-only', filename: file }).code, map: null };
    } catch (problem) {
      if ((problem as { code?: string }).code !== 'UnsupportedSyntax')
        throw invalid(file, source, problem as CompileProblem);
    }
  }
  const result = reprint(file, source, { sourcemap: true, target: 'esnext' });
  const problem = result.errors[0];
  if (problem || !result.map) throw invalid(file, source, problem ?? { message: 'no output' });
  const inserted = text.generateMap({ hires: true, source: file, includeContent: true });
  const map = remapping(
    [result.map as unknown as EncodedSourceMap, inserted as unknown as EncodedSourceMap],
    () => null,
  );
  return { code: result.code, map: map as unknown as EncodedSourceMap };
}

/** The parts of the compilers' errors that are used. Offsets are in bytes. */
interface CompileProblem {
  readonly message?: string;
  readonly startLine?: number;
  readonly labels?: readonly { readonly start: number }[];
}

function invalid(file: string, source: string, problem: CompileProblem): UserError {
  const start = problem.labels?.at(-1)?.start;
  const before = start === undefined ? '' : Buffer.from(source).subarray(0, start).toString();
  const line = problem.startLine ?? (start === undefined ? null : lineIndex(source)(before.length));
  return new UserError(
    `${file}${line === null ? '' : `:${line}`}: cannot be transpiled to JavaScript: ${problem.message ?? String(problem)}`,
    'Fix the file, or exclude it.',
  );
}

/** Whether TypeScript drops an import or an export because its name is only a type. Blanks would leave it, and the name has no value. */
function dropsNames(file: string, source: string): boolean {
  const { program } = parseSource(file, source);
  const imported = new Set(importedNames(program.body));
  return valueNames(program, imported).size < imported.size || exportsTypes(program.body);
}

/** The local names of imports that may be values. */
function importedNames(statements: readonly Node[]): string[] {
  return statements.flatMap((node) => {
    if (node.type !== 'ImportDeclaration' || node.importKind === 'type') return [];
    return node.specifiers
      .filter((one) => one.type !== 'ImportSpecifier' || one.importKind !== 'type')
      .map(({ local }) => local.name);
  });
}
