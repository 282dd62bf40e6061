import type { Estimate } from './estimate.js';
import type { Projection } from './projection.js';

/** A projection as it is stored, to be compared with what the change saves. */
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

/** What a change saved, compared with its projection; ns per operation. */
export interface Score {
  readonly projection: string;
  readonly at: string;
  readonly path: string;
  readonly row: string;
  readonly scenario: Projection['scenario'];
  readonly confidence: Projection['confidence'];
  readonly projected: Estimate;
  /** Before minus after, both measured now. */
  readonly measured: Estimate;
  /** `unsure`: the two do not contradict each other, and the measurement's interval is too wide to say more. */
  readonly outcome: 'hit' | 'miss' | 'unsure';
}

/** What a change saves, ns per operation. */
export interface Saving {
  /** The path's time without the change. */
  readonly before: number;
  readonly saved: Estimate;
}
