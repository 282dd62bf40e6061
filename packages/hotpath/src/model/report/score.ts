import type { Estimate } from './ledger.js';
import type { Projection } from './projection.js';

/** A projection as it is kept, to be compared with what a change brings. */
export interface StoredProjection extends Projection {
  /** Unique in its file: p1, p2 … */
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  /** The path's name, and its specification as the user named it. */
  readonly path: string;
  readonly spec: string;
  readonly total: Estimate;
  /** Node's version and the processor. */
  readonly node: string;
  readonly cpu: string;
}

/** What a change brought beside what was projected of it. */
export interface Score {
  readonly projection: string;
  readonly at: string;
  readonly path: string;
  readonly row: string;
  readonly scenario: Projection['scenario'];
  readonly confidence: Projection['confidence'];
  readonly projected: Estimate;
  /** Before less after, both measured now. */
  readonly measured: Estimate;
  /** Unsure: they do not contradict each other, and the measurement is too wide to say more. */
  readonly outcome: 'hit' | 'miss' | 'unsure';
}

/** What a change saves, ns an operation. */
export interface Saving {
  /** What the path takes without the change. */
  readonly before: number;
  readonly saved: Estimate;
}
