/**
 * Calls in columns. Node i was called by node `parents[i]`, which stands before it; node 0 is the root, which is no
 * call. In a tree of callers it is the other way round: a node is who called its parent.
 */
export interface CallTree {
  readonly parents: Int32Array;
  /** Index of the function; `none` for the root and for remainders. */
  readonly called: Int32Array;
  /** Weight with what was called; in a tree of callers the weight that came this way. */
  readonly totals: Float64Array;
  /** Weight without what was called; in a tree of callers what was called by nobody, or by whom is not known. */
  readonly self: Float64Array;
  /** Remainders, with the number of calls that each stands for. */
  readonly remainders: ReadonlyMap<number, number>;
}

/** In place of a node or a function where there is none. */
export const none = -1;

/** The root of every tree. */
export const root = 0;

/** The node and who called it and so on, outermost first, without the root. */
export function pathOf({ parents }: Pick<CallTree, 'parents'>, node: number): number[] {
  const path: number[] = [];
  for (let at = node; at > root; at = parents[at] as number) path.push(at);
  return path.reverse();
}
