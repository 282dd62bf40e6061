import { type CallTree, none, root } from './call-tree.js';

/** How the calls from one node are ordered. Remainders come last. */
export type Order = 'weight' | 'name';

export interface FlameLayout {
  /** Left edge and width of each call, as shares of the total. A call of width 0 is not shown. */
  readonly from: Float64Array;
  readonly width: Float64Array;
  readonly depth: Int32Array;
  /** The calls that are shown, sorted by depth and then from left to right. */
  readonly shown: Int32Array;
  /** Index in `shown` at which the row of each depth begins, followed by the length of `shown`. */
  readonly rows: Int32Array;
  /** The leftmost shown child of each node; `none` where there is none. */
  readonly firstShown: Int32Array;
  /** Number of calls that are not shown because of their weight, including all calls below them. */
  readonly hidden: number;
}

/**
 * Places the calls of each node side by side in the row next to it. `rankOfName` holds the alphabetical rank of each
 * function. Calls whose share of the total is below `minShare` are left out, with all calls below them.
 */
export function layOut(tree: CallTree, order: Order, rankOfName: Int32Array, minShare: number): FlameLayout {
  const size = tree.parents.length;
  const children = childrenInOrder(tree, order, rankOfName);
  const total = tree.totals[root] as number;
  const layout = {
    from: new Float64Array(size),
    width: new Float64Array(size),
    depth: new Int32Array(size),
    shown: new Int32Array(size),
    firstShown: new Int32Array(size).fill(none),
  };
  layout.width[root] = total > 0 ? 1 : 0;
  const rows = [0, 1];
  let used = 1;
  for (let row = 0; (rows[row] as number) < used; row++) {
    for (let place = rows[row] as number; place < (rows[row + 1] as number); place++) {
      const node = layout.shown[place] as number;
      used = placeCalls(node, used, layout, children, tree.totals, total, minShare);
    }
    rows.push(used);
  }
  rows.pop();
  return { ...layout, shown: layout.shown.slice(0, used), rows: Int32Array.from(rows), hidden: size - used };
}

function placeCalls(
  node: number,
  firstFree: number,
  layout: Pick<FlameLayout, 'from' | 'width' | 'depth' | 'shown' | 'firstShown'>,
  { nodes, starts }: Children,
  totals: Float64Array,
  total: number,
  minShare: number,
): number {
  let used = firstFree;
  let from = layout.from[node] as number;
  for (let place = starts[node] as number; place < (starts[node + 1] as number); place++) {
    const call = nodes[place] as number;
    const width = total > 0 ? (totals[call] as number) / total : 0;
    if (width > 0 && width >= minShare) {
      layout.from[call] = from;
      layout.width[call] = width;
      layout.depth[call] = (layout.depth[node] as number) + 1;
      if (used === firstFree) layout.firstShown[node] = call;
      layout.shown[used++] = call;
    }
    from += width;
  }
  return used;
}

/** The ordered children of all nodes: those of node i are `nodes[starts[i]]` to `nodes[starts[i + 1] - 1]`. */
interface Children {
  readonly nodes: Int32Array;
  readonly starts: Int32Array;
}

function childrenInOrder(tree: CallTree, order: Order, rankOfName: Int32Array): Children {
  const { parents } = tree;
  const starts = new Int32Array(parents.length + 1);
  for (let node = 1; node < parents.length; node++) {
    const after = (parents[node] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let node = 1; node < starts.length; node++)
    starts[node] = (starts[node] as number) + (starts[node - 1] as number);
  const nodes = new Int32Array(parents.length - 1);
  const free = starts.slice();
  for (let node = 1; node < parents.length; node++) {
    const parent = parents[node] as number;
    nodes[free[parent] as number] = node;
    free[parent] = (free[parent] as number) + 1;
  }
  const compare = comparison(tree, order, rankOfName);
  for (let node = 0; node < parents.length; node++) {
    const [start, end] = [starts[node] as number, starts[node + 1] as number];
    if (end - start > 1) nodes.subarray(start, end).sort(compare);
  }
  return { nodes, starts };
}

function comparison(
  { called, totals }: CallTree,
  order: Order,
  rankOfName: Int32Array,
): (a: number, b: number) => number {
  const last = rankOfName.length;
  const rank = (node: number): number => {
    const one = called[node] as number;
    return one === none ? last : (rankOfName[one] as number);
  };
  const isRemainder = (node: number): number => (called[node] === none ? 1 : 0);
  const byName = (a: number, b: number): number => rank(a) - rank(b) || a - b;
  if (order === 'name') return byName;
  return (a, b) =>
    isRemainder(a) - isRemainder(b) || (totals[b] as number) - (totals[a] as number) || byName(a, b);
}

/** The rank of each name in code-unit order. Equal names are ranked in the given order. */
export function ranksOf(names: readonly string[]): Int32Array {
  const order = [...names.keys()].sort((a, b) => compare(names[a], names[b]) || a - b);
  const ranks = new Int32Array(names.length);
  order.forEach((one, place) => {
    ranks[one] = place;
  });
  return ranks;
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
