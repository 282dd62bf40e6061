import { type CallTree, none, root } from './call-tree.js';

/** Share of the total below which a node gets no callers. */
const leastShare = 1e-5;

/** Node count at which the tree stops growing. It grows level by level, so all levels present are complete. */
const mostNodes = 100_000;

/** A node of the inverted tree with the stacks that reached it; `at` holds the position of each stack on its way to the root. */
interface Arrival {
  readonly node: number;
  readonly stacks: number[];
}

/**
 * Inverts a call tree (bottom-up view). The root's children are all functions with their own weight. The children of
 * each node are its callers, each with its part of that weight. Built level by level, without recursion.
 */
export function invert(tree: CallTree): CallTree {
  const inverted = createInverted(tree);
  const at = Int32Array.from(tree.parents.keys());
  const isWeighty = (node: number): boolean => node !== root && (tree.self[node] as number) > 0;
  let level = inverted.callers(root, [...at.keys()].filter(isWeighty), at);
  const least = leastShare * (tree.totals[root] as number);
  while (level.length > 0) {
    const next: Arrival[] = [];
    for (const { node, stacks } of level) {
      if (inverted.weightOf(node) < least || inverted.size() > mostNodes) continue;
      for (const stack of stacks) at[stack] = tree.parents[at[stack] as number] as number;
      const unfinished = stacks.filter((stack) => at[stack] !== root);
      for (const arrival of inverted.callers(node, unfinished, at)) next.push(arrival);
    }
    level = next;
  }
  return inverted.build();
}

interface Inverted {
  /** Adds a node for each distinct function at which the stacks now stand. */
  callers(parent: number, stacks: readonly number[], at: Int32Array): Arrival[];
  weightOf(node: number): number;
  size(): number;
  build(): CallTree;
}

function createInverted(tree: CallTree): Inverted {
  const parents = [none];
  const called = [none];
  const totals = [tree.totals[root] as number];
  const remainders = new Map<number, number>();
  return {
    callers(parent, stacks, at) {
      const arrivals = new Map<number, Arrival>();
      for (const stack of stacks) {
        const here = at[stack] as number;
        const one = tree.called[here] as number;
        let arrival = arrivals.get(one);
        if (!arrival) {
          arrival = { node: parents.push(parent) - 1, stacks: [] };
          arrivals.set(one, arrival);
          called.push(one);
          totals.push(0);
        }
        const { node } = arrival;
        arrival.stacks.push(stack);
        totals[node] = (totals[node] as number) + (tree.self[stack] as number);
        if (one === none)
          remainders.set(node, (remainders.get(node) ?? 0) + (tree.remainders.get(here) ?? 0));
      }
      return [...arrivals.values()];
    },
    weightOf: (node) => totals[node] as number,
    size: () => parents.length,
    build: () => ({
      parents: Int32Array.from(parents),
      called: Int32Array.from(called),
      totals: Float64Array.from(totals),
      self: withoutChildren(parents, totals),
      remainders,
    }),
  };
}

function withoutChildren(parents: readonly number[], totals: readonly number[]): Float64Array {
  const self = Float64Array.from(totals);
  for (let node = 1; node < parents.length; node++) {
    const parent = parents[node] as number;
    self[parent] = (self[parent] as number) - (totals[node] as number);
  }
  return self;
}
