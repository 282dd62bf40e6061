import { boundNames } from '../syntax/bindings.js';
import { type Node, walk } from '../syntax/parse.js';
import type { OwnNames } from './own-names.js';

/** The effect of an assignment to a target, as a clause that begins with "it"; undefined if it only changes own names and new objects. */
export function changeOf(target: Node, own: OwnNames): string | undefined {
  if (target.type === 'MemberExpression') {
    const root = target.object.type === 'Identifier' ? target.object.name : null;
    return root !== null && own.fresh.has(root) ? undefined : 'it changes an object that it did not make';
  }
  const outer = boundNames(target).find((name) => !own.all.has(name));
  if (outer !== undefined) return `it assigns ${outer}, which lives outside`;
  const members = target.type === 'ObjectPattern' || target.type === 'ArrayPattern' ? membersIn(target) : [];
  return members.map((member) => changeOf(member, own)).find((effect) => effect !== undefined);
}

function membersIn(pattern: Node): Node[] {
  const members: Node[] = [];
  walk(pattern, (node) => {
    if (node.type === 'MemberExpression') members.push(node);
    return undefined;
  });
  return members;
}
