import type { Profile } from '../../model/profiles/profile.js';

/** First child and next sibling of every node, -1 if there is none. Children are in ascending order. */
export interface Links {
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
}

export function linksOf({ parents }: Pick<Profile, 'parents'>): Links {
  const firstChild = new Int32Array(parents.length).fill(-1);
  const nextSibling = new Int32Array(parents.length).fill(-1);
  for (let node = parents.length - 1; node > 0; node--) {
    const parent = parents[node] as number;
    nextSibling[node] = firstChild[parent] as number;
    firstChild[parent] = node;
  }
  return { firstChild, nextSibling };
}

/** Weight of every node including callees. */
export function totalsOf({ parents, self }: Pick<Profile, 'parents' | 'self'>): Float64Array {
  const totals = self.slice();
  for (let node = parents.length - 1; node > 0; node--) {
    const parent = parents[node] as number;
    totals[parent] = (totals[parent] as number) + (totals[node] as number);
  }
  return totals;
}

/** Depth of every node: 0 for the root, 1 for calls from it. */
export function depthsOf({ parents }: Pick<Profile, 'parents'>): Int32Array {
  const depths = new Int32Array(parents.length);
  for (let node = 1; node < parents.length; node++)
    depths[node] = (depths[parents[node] as number] as number) + 1;
  return depths;
}

/** Enters and leaves all nodes except the root, depth first. Not recursive, because trees can be very deep. */
export function walkCalls(
  profile: Profile,
  enter: (node: number) => void,
  leave: (node: number) => void,
): void {
  const { firstChild, nextSibling } = linksOf(profile);
  let node = firstChild[0] as number;
  while (node > 0) {
    enter(node);
    let next = firstChild[node] as number;
    while (next === -1 && node > 0) {
      leave(node);
      next = nextSibling[node] as number;
      if (next === -1) node = profile.parents[node] as number;
    }
    node = next;
  }
}

/** The functions of a node's stack, outermost first. */
export function stackOf({ parents, functionOf }: Profile, node: number): number[] {
  const stack: number[] = [];
  for (let at = node; at > 0; at = parents[at] as number) stack.push(functionOf[at] as number);
  return stack.reverse();
}
