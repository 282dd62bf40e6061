import type { CallTree } from '../../model/path/call-tree.js';
import { waitsInTrace } from '../../model/path/waits-in-trace.js';

/** A place with more executions per operation is timed alone, because its clock reads would slow down the others. */
const mostExecutions = 4;

/**
 * Groups the places that one variant times together.
 * - A path that does not wait: each place has its own variant, so that no other clock reads separate it from its code.
 * - A path that waits: as many places as do not run inside each other. A few clock reads are negligible compared with a wait,
 *   and each further variant would start the path's threads once more and have to warm them up.
 * - Places that run inside themselves or often, and places whose executions overlap: each its own variant.
 */
export function groupTimed(places: readonly number[], tree: CallTree): number[][] {
  if (!waitsInTrace(tree) || tree.concurrent) return places.map((place) => [place]);
  const groups: number[][] = [];
  for (const place of places) {
    const open = groups.find((group) => group.every((other) => canShare(place, other, tree)));
    if (open) open.push(place);
    else groups.push([place]);
  }
  return groups;
}

function canShare(one: number, other: number, tree: CallTree): boolean {
  const isAlone = (place: number): boolean =>
    tree.recursive.includes(place) || executions(place, tree) > mostExecutions * tree.operations;
  return !isAlone(one) && !isAlone(other) && !holds(one, other, tree) && !holds(other, one, tree);
}

function executions(place: number, { nodes }: CallTree): number {
  return nodes.reduce((sum, node) => (node.place === place ? sum + node.count : sum), 0);
}

/** Whether one place ever ran inside the other. */
function holds(outer: number, inner: number, { nodes }: CallTree): boolean {
  return nodes.some((node) => {
    if (node.place !== inner) return false;
    for (let at = node.parent; at > 0; at = nodes[at]?.parent ?? -1)
      if (nodes[at]?.place === outer) return true;
    return false;
  });
}
