import { isFunction, type Node } from '../syntax/parse.js';

/*
 * Where V8 counts executions: functions, branches, the bodies of loops, `catch`, `finally`, cases, and the text after jumps, `await` and
 * `yield` (https://v8.dev/blog/javascript-code-coverage). Text between two of these places has the count of the first.
 */

/** Whether a node has a frame of its own. */
export function isBoundary(node: Node): boolean {
  return (
    isFunction(node) ||
    node.type === 'StaticBlock' ||
    node.type === 'PropertyDefinition' ||
    node.type === 'Program'
  );
}

/** Whether V8 counts the executions of a node by themselves. */
export function isCounted(node: Node, parent: Node | undefined): boolean {
  switch (parent?.type) {
    case 'IfStatement':
      return node !== parent.test;
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return node === parent.body;
    case 'TryStatement':
      return node !== parent.block;
    case 'SwitchStatement':
      return node !== parent.discriminant;
    default:
      return false;
  }
}
