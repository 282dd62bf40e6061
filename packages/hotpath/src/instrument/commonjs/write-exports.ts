import type MagicString from 'magic-string';
import { boundNames } from '../syntax/bindings.js';
import { type Node, walk } from '../syntax/parse.js';
import { lexicalNames } from './declared-names.js';
import type { ModuleNames } from './rewrite-statement.js';

type Program = Extract<Node, { type: 'Program' }>;

/**
 * Writes the exports of a module as the TypeScript compiler does: properties with values, because reading those is fast, set
 * where the names are declared. What may change later, and what other modules export, has a getter. Returns the code that
 * must run first: it exports functions, and declares all else.
 */
export function writeExports(program: Program, { exports, imports }: ModuleNames, text: MagicString): string {
  const declarations = declarationsOf(program);
  const changed = assignedNames(program);
  const later: string[] = [];
  const first: string[] = [];
  const getters: string[] = [];
  for (const [name, value] of exports) {
    const target = `exports[${JSON.stringify(name)}]`;
    const declaration = changed.has(value) || imports.has(value) ? undefined : declarations.get(value);
    if (!declaration) getters.push(`${JSON.stringify(name)}: () => ${imports.get(value) ?? value}`);
    else if (isFunctionOf(declaration)) first.push(`${target} = ${value};`);
    else {
      later.push(target);
      text.appendLeft(declaration.end, `; ${target} = ${value};`);
    }
  }
  const declared = later.length > 0 ? [`${later.join(' = ')} = undefined;`] : [];
  return [`$hpExport({ ${getters.join(', ')} });`, ...declared, ...first].join(' ');
}

/** The statements that declare the names of a module, also those that the rewritten code declares. */
function declarationsOf({ body }: Program): Map<string, Node> {
  const found = new Map<string, Node>();
  body.forEach((statement, index) => {
    for (const name of namesOf(statement, index)) found.set(name, statement);
  });
  return found;
}

function namesOf(statement: Node, index: number): string[] {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
      return statement.declaration ? lexicalNames(statement.declaration) : [];
    case 'ExportDefaultDeclaration':
      return ['$hpDefault', 'default_1', ...lexicalNames(statement.declaration)];
    case 'ExportAllDeclaration':
      return [moduleName(index)];
    default:
      return lexicalNames(statement);
  }
}

/** The name of the module that a statement requires. */
export function moduleName(index: number): string {
  return `$hpModule${index}`;
}

function isFunctionOf(statement: Node): boolean {
  const isExport =
    statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration';
  return (isExport ? statement.declaration : statement)?.type === 'FunctionDeclaration';
}

/** Names that are assigned somewhere, of whatever scope. */
function assignedNames(program: Program): ReadonlySet<string> {
  const names = new Set<string>();
  walk(program, (node) => {
    const target = targetOf(node);
    if (target) for (const name of boundNames(target)) names.add(name);
    return undefined;
  });
  return names;
}

function targetOf(node: Node): Node | null {
  switch (node.type) {
    case 'AssignmentExpression':
    case 'ForInStatement':
    case 'ForOfStatement':
      return node.left;
    case 'UpdateExpression':
      return node.argument;
    default:
      return null;
  }
}
