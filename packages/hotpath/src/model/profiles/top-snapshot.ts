import type { ProfiledFunction } from './profile.js';

/** The content of a live view of a process: the last interval, and everything since the start of the view. */
export interface TopSnapshot {
  /** Time since the view started or was reset. */
  readonly ns: number;
  readonly samples: number;
  /** The threads that were sampled in the last interval, main thread first. */
  readonly threads: readonly ThreadShares[];
  readonly functions: readonly TopFunction[];
}

/** Shares of the last interval of a thread; the rest is its own work. */
export interface ThreadShares {
  readonly id: number;
  readonly name: string;
  readonly idle: number;
  readonly collecting: number;
}

export interface TopFunction {
  readonly called: ProfiledFunction;
  /** Share of the last interval of one thread, excluding callees. Over several threads it can exceed 1. */
  readonly own: number;
  /** The same including callees. */
  readonly total: number;
  readonly ownNs: number;
  readonly totalNs: number;
}
