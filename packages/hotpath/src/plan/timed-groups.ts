import type { CallTree } from '../model/path/call-tree.js';
import { waits } from '../model/report/waiting.js';

/** A place that runs more often in an operation is timed alone: its clock reads would change what the others meet. */
const mostExecutions = 4;

/**
 * Which of a path's places one variant times together. Where the path waits, so many that none runs inside another: beside a wait
 * a few clock reads are nothing, each variant has the path's threads once more, and all of them must be warm. Elsewhere
 * each place has a variant of its own, so that no reads stand between it and the code around it; and so have places
 * whose executions overlap or run inside themselves.
 */
export function groupTimed(places: readonly number[], tree: CallTree): number[][] {
  if (!waits(tree) || tree.concurrent) return places.map((place) => [place]);
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

/** Whether a place ever ran inside another. */
function holds(outer: number, inner: number, { nodes }: CallTree): boolean {
  return nodes.some((node) => {
    if (node.place !== inner) return false;
    for (let at = node.parent; at > 0; at = nodes[at]?.parent ?? -1)
      if (nodes[at]?.place === outer) return true;
    return false;
  });
}
