/**
 * Calls in columns. Node i was called by node `parents[i]`, and parents[i] < i. Node 0 is the root and not a call.
 * In an inverted tree the direction is reversed: a node called its parent.
 */
export interface CallTree {
  readonly parents: Int32Array;
  /** Index of the function; `none` for the root and for remainders. */
  readonly called: Int32Array;
  /** Weight including callees; in an inverted tree the weight that reached the node by this path. */
  readonly totals: Float64Array;
  /** Weight excluding callees; in an inverted tree the part without a caller, or with an unknown one. */
  readonly self: Float64Array;
  /** Remainder nodes, and the number of omitted calls that each stands for. */
  readonly remainders: ReadonlyMap<number, number>;
}

/** Stands for no node or no function. */
export const none = -1;

/** The root of every tree. */
export const root = 0;

/** The stack of a node, outermost call first, without the root. */
export function pathOf({ parents }: Pick<CallTree, 'parents'>, node: number): number[] {
  const path: number[] = [];
  for (let at = node; at > root; at = parents[at] as number) path.push(at);
  return path.reverse();
}
