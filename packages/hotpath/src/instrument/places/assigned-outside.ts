import { boundNames } from '../syntax/bindings.js';
import { isFunction, type Node, walk } from '../syntax/parse.js';
import { mayControl } from './conditions.js';
import type { Region } from './find-regions.js';

/** Variables that a region assigns but does not declare. */
export function assignedOutside({ statements }: Region): string[] {
  const own = new Set<string>();
  const assigned = new Set<string>();
  for (const statement of statements) {
    walk(statement, (node) => {
      if (node.type === 'VariableDeclarator') for (const name of boundNames(node.id)) own.add(name);
      if (isFunction(node)) for (const name of node.params.flatMap(boundNames)) own.add(name);
      for (const name of targets(node)) assigned.add(name);
      return undefined;
    });
  }
  return [...assigned].filter((name) => !own.has(name));
}

/**
 * Those of the variables `assigned` that the region reads before it assigns them. If the region were deleted, such a
 * variable would keep its value. Without variables that may decide how long a loop around the region goes on.
 */
export function carriedThrough({ statements, around }: Region, assigned: readonly string[]): string[] {
  const loop = around.find(({ type }) => loops.test(type));
  const controls = loop ? mayControl(loop) : () => false;
  const first = new Map<string, { readonly at: number; readonly isRead: boolean }>();
  const note = (name: string, at: number, isRead: boolean): void => {
    if (at < (first.get(name)?.at ?? Number.POSITIVE_INFINITY)) first.set(name, { at, isRead });
  };
  for (const statement of statements) {
    walk(statement, (node, parents) => {
      // The assignment takes effect at the end of its expression.
      for (const name of targets(node)) note(name, node.end, isUpdate(node));
      if (node.type === 'Identifier' && !isPlainTarget(node, parents) && !isKey(node, parents))
        note(node.name, node.start, true);
      return undefined;
    });
  }
  return assigned.filter((name) => first.get(name)?.isRead && !controls(name));
}

const loops = /^(For|ForIn|ForOf|While|DoWhile)Statement$/;

/** Whether an assignment also reads its target, such as `x += 1` and `x++`. */
function isUpdate(node: Node): boolean {
  return node.type === 'UpdateExpression' || (node.type === 'AssignmentExpression' && node.operator !== '=');
}

/** Whether an identifier is a target of `=`, itself or in a pattern. */
function isPlainTarget(identifier: Node, parents: readonly Node[]): boolean {
  return parents.some(
    (node) =>
      node.type === 'AssignmentExpression' &&
      node.operator === '=' &&
      identifier.end <= node.left.end &&
      node.left.type !== 'MemberExpression',
  );
}

function isKey(identifier: Node, parents: readonly Node[]): boolean {
  const parent = parents.at(-1);
  if (parent?.type === 'MemberExpression') return !parent.computed && parent.property === identifier;
  return parent?.type === 'Property' && !parent.computed && !parent.shorthand && parent.key === identifier;
}

function targets(node: Node): string[] {
  if (node.type === 'AssignmentExpression') return boundNames(node.left);
  if (node.type === 'UpdateExpression') return boundNames(node.argument);
  const isLoop = node.type === 'ForInStatement' || node.type === 'ForOfStatement';
  return isLoop && node.left.type !== 'VariableDeclaration' ? boundNames(node.left) : [];
}
