import { type CallTree, none, root } from './call-tree.js';

/** Callers of calls with a smaller share of the whole are not looked for. */
const leastShare = 1e-5;

/** Then the tree is large enough; it grows by levels, and those that are there are whole. */
const mostNodes = 100_000;

/** What a node of the new tree is made of: where each of its stacks has arrived on its way to the root. */
interface Arrival {
  readonly node: number;
  readonly stacks: number[];
}

/**
 * The tree of callers: below the root stands every function with its own weight, below it who called it, with the part
 * of that weight that came this way. A level is made of the one before it, and nothing recurses.
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
      const goOn = stacks.filter((stack) => at[stack] !== root);
      for (const arrival of inverted.callers(node, goOn, at)) next.push(arrival);
    }
    level = next;
  }
  return inverted.build();
}

interface Inverted {
  /** Adds a node for each function that stacks have arrived at. */
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
