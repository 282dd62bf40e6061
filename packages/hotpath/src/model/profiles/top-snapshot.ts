import type { ProfiledFunction } from './profile.js';

/** What a live view of a process shows: its last interval, and all since it began. */
export interface TopSnapshot {
  /** Since the view began, or was reset. */
  readonly ns: number;
  readonly samples: number;
  /** Those that were sampled in the last interval, the main one first. */
  readonly threads: readonly ThreadShares[];
  readonly functions: readonly TopFunction[];
}

/** How a thread spent its last interval, as shares of it; the rest is its own work. */
export interface ThreadShares {
  readonly id: number;
  readonly name: string;
  readonly idle: number;
  readonly collecting: number;
}

export interface TopFunction {
  readonly called: ProfiledFunction;
  /** Shares of the last interval of one thread: several threads together may have more than 1. */
  readonly own: number;
  /** With what it called. */
  readonly total: number;
  readonly ownNs: number;
  readonly totalNs: number;
}
