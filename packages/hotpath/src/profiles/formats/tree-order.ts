/** An order of nodes with parents before their children. */
export interface TreeOrder {
  /** For each place in the new order, the node at that place. */
  readonly order: Int32Array;
  /** For each place in the new order, the place of its parent; -1 for a root. */
  readonly parents: Int32Array;
}

/**
 * Orders nodes breadth first. `parentOf` holds the parent of each node, -1 for a root. Throws a SyntaxError if there is a
 * cycle.
 */
export function parentsFirst(parentOf: Int32Array): TreeOrder {
  const { firstOf, byParent } = groupByParent(parentOf);
  const order = new Int32Array(parentOf.length);
  const parents = new Int32Array(parentOf.length);
  let used = 0;
  const take = (position: number, parent: number): void => {
    order[used] = position;
    parents[used++] = parent;
  };
  for (let node = 0; node < parentOf.length; node++) if (parentOf[node] === -1) take(node, -1);
  for (let place = 0; place < used; place++) {
    const node = order[place] as number;
    const end = firstOf[node + 1] as number;
    for (let at = firstOf[node] as number; at < end; at++) take(byParent[at] as number, place);
  }
  if (used < parentOf.length) throw new SyntaxError('its nodes form a cycle');
  return { order, parents };
}

/** The children of node i are `byParent[firstOf[i]]` to `byParent[firstOf[i + 1] - 1]`, in the given order. */
function groupByParent(parentOf: Int32Array): { firstOf: Int32Array; byParent: Int32Array } {
  const firstOf = new Int32Array(parentOf.length + 1);
  for (const parent of parentOf) if (parent !== -1) firstOf[parent + 1] = (firstOf[parent + 1] as number) + 1;
  for (let node = 0; node < parentOf.length; node++)
    firstOf[node + 1] = (firstOf[node + 1] as number) + (firstOf[node] as number);
  const next = firstOf.slice();
  const byParent = new Int32Array(firstOf.at(-1) as number);
  parentOf.forEach((parent, node) => {
    if (parent === -1) return;
    byParent[next[parent] as number] = node;
    next[parent] = (next[parent] as number) + 1;
  });
  return { firstOf, byParent };
}
