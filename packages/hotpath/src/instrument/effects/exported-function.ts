import { boundNames } from '../syntax/bindings.js';
import { isFunction, type Node, type ParsedSource } from '../syntax/parse.js';
import { exportName, importOf } from './imports.js';
import type { ProgramFiles } from './program-files.js';
import { type SourceFunction, topLevelFunction, withBody } from './top-level-function.js';

/** The function that a module exports by a name, in its own file or in one from which it exports it again; null for all else. */
export function exportedFunction(
  source: ParsedSource,
  name: string,
  files: ProgramFiles,
  passed: readonly string[] = [],
): SourceFunction | null {
  if (passed.includes(source.file)) return null;
  const further = (specifier: string, wanted: string): SourceFunction | null => {
    const file = files.imported(source.file, specifier);
    return file && exportedFunction(file, wanted, files, [...passed, source.file]);
  };
  for (const statement of source.program.body) {
    if (statement.type === 'ExportDefaultDeclaration' && name === 'default')
      return defaultFunction(source, statement.declaration);
    if (statement.type !== 'ExportNamedDeclaration') continue;
    if (statement.declaration && boundBy(statement.declaration).includes(name))
      return topLevelFunction(source, name);
    const specifier = statement.specifiers.find(({ exported }) => exportName(exported) === name);
    if (!specifier) continue;
    const local = exportName(specifier.local);
    if (statement.source) return further(statement.source.value, local);
    const again = importOf(source, local);
    return again ? further(again.specifier, again.name) : topLevelFunction(source, local);
  }
  return fromStars(source, (specifier) => further(specifier, name));
}

function defaultFunction(source: ParsedSource, declaration: Node): SourceFunction | null {
  if (isFunction(declaration)) return withBody(source, declaration);
  return declaration.type === 'Identifier' ? topLevelFunction(source, declaration.name) : null;
}

function boundBy(declaration: Node): string[] {
  if (declaration.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) => boundNames(id));
  return isFunction(declaration) && 'id' in declaration && declaration.id ? [declaration.id.name] : [];
}

/** What one `export * from` has; null where none has it, or several do. */
function fromStars(
  source: ParsedSource,
  further: (specifier: string) => SourceFunction | null,
): SourceFunction | null {
  const found = source.program.body.flatMap((statement) =>
    statement.type === 'ExportAllDeclaration' && !statement.exported
      ? (further(statement.source.value) ?? [])
      : [],
  );
  return found.length === 1 ? (found[0] as SourceFunction) : null;
}
