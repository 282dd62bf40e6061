import type { Node } from './parse.js';
import { declaredBy } from './scope-names.js';

type Statements = readonly Node[];

/** Whether a script exports a name that it declares only as a type, by a line that does not say `type`. TypeScript drops such an export. */
export function exportsTypes(statements: Statements): boolean {
  const values = new Set(statements.filter((one) => !isType(one)).flatMap(declaredBy));
  const types = new Set(statements.filter(isType).flatMap(typeNames));
  return statements.flatMap(exportedNames).some((name) => types.has(name) && !values.has(name));
}

function isType(statement: Node): boolean {
  return (
    /^TS(Interface|TypeAlias|Module)Declaration$/.test(statement.type) ||
    ('declare' in statement && statement.declare === true)
  );
}

function typeNames(statement: Node): string[] {
  const isNamed = statement.type === 'TSInterfaceDeclaration' || statement.type === 'TSTypeAliasDeclaration';
  return isNamed ? [statement.id.name] : declaredBy(statement);
}

/** The local names of exports that may be values. */
function exportedNames(statement: Node): string[] {
  if (statement.type === 'ExportDefaultDeclaration')
    return statement.declaration.type === 'Identifier' ? [statement.declaration.name] : [];
  if (statement.type !== 'ExportNamedDeclaration' || statement.source || statement.exportKind === 'type')
    return [];
  return statement.specifiers.flatMap(({ exportKind, local }) =>
    exportKind !== 'type' && local.type === 'Identifier' ? [local.name] : [],
  );
}
