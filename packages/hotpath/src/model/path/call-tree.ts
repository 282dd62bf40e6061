/**
 * Which place ran inside which, and how often, in a trace of the path.
 * Node 0 is the path itself; every other node comes after its parent.
 */
export interface CallTree {
  readonly nodes: readonly CallNode[];
  /** Operations traced. */
  readonly operations: number;
  /** Mean time of one traced operation, ns: an upper bound, for planning only. */
  readonly nsPerOperation: number;
  /** Share of its time that the path's thread was on a processor; null where the system does not report it. */
  readonly occupied: number | null;
  /** Whether `run` returned a promise. */
  readonly async: boolean;
  /** Whether executions of rows overlapped in time: one was suspended while another below the same parent ran. */
  readonly concurrent: boolean;
  /** Places that an exception passed through. */
  readonly thrown: readonly number[];
  /** Places that ran inside themselves. */
  readonly recursive: readonly number[];
}

export interface CallNode {
  /** Index of the place; -1 for the path itself. */
  readonly place: number;
  /** Index of the parent node; -1 for the path itself. */
  readonly parent: number;
  /** Executions in all traced operations; recursion is not counted again. */
  readonly count: number;
}
