import { boundNames } from './bindings.js';
import type { Region } from './find-regions.js';
import { isFunction, type Node, walk } from './parse.js';

/** Variables of the function around a region that the region assigns and does not declare. */
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

function targets(node: Node): string[] {
  if (node.type === 'AssignmentExpression') return boundNames(node.left);
  if (node.type === 'UpdateExpression') return boundNames(node.argument);
  const isLoop = node.type === 'ForInStatement' || node.type === 'ForOfStatement';
  return isLoop && node.left.type !== 'VariableDeclaration' ? boundNames(node.left) : [];
}
