import type { PayloadCalls } from '../../../hotpath/src/model/profiles/flame-payload.js';
import { type CallTree, none, root } from './call-tree.js';

/** Builds the call tree from the payload's columns. */
export function readCalls({ depth, called, self, remainders, root: rootSelf }: PayloadCalls): CallTree {
  const length = depth.length + 1;
  const parents = new Int32Array(length).fill(none);
  const tree = {
    parents,
    called: filled(new Int32Array(length), none, called),
    self: filled(new Float64Array(length), rootSelf, self),
  };
  const open: number[] = [root];
  const standFor = new Map<number, number>();
  for (let node = 1; node < length; node++) {
    const at = depth[node - 1] as number;
    parents[node] = open[at - 1] as number;
    open[at] = node;
    if (tree.called[node] === none) standFor.set(node, remainders[standFor.size] as number);
  }
  return { ...tree, totals: totalsOf(tree), remainders: standFor };
}

function filled<Numbers extends Int32Array | Float64Array>(
  column: Numbers,
  first: number,
  others: readonly number[],
): Numbers {
  column[0] = first;
  column.set(others, 1);
  return column;
}

function totalsOf({ parents, self }: Pick<CallTree, 'parents' | 'self'>): Float64Array {
  const totals = self.slice();
  for (let node = parents.length - 1; node > root; node--) {
    const parent = parents[node] as number;
    totals[parent] = (totals[parent] as number) + (totals[node] as number);
  }
  return totals;
}
