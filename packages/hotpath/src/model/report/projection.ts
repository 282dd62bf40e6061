import type { Estimate } from './estimate.js';

/** What changes: the row is removed, costs a part or a multiple, is replaced by other code, or makes no garbage. The texts are part of the JSON contract. */
export type Scenario =
  | 'removed'
  | 'no garbage'
  | `${2 | 4} times ${'cheaper' | 'dearer'}`
  | `replaced by ${string}`;

/** What a change of one row would gain, measured on copies of the path; ns per operation. */
export interface Projection {
  /** The row's id and name. */
  readonly row: string;
  readonly name: string;
  readonly scenario: Scenario;
  /** What the path would save, garbage collection included; negative where it would take longer. */
  readonly gain: Estimate;
  /** The part of the gain that is garbage no longer made. */
  readonly collection: Estimate;
  /** The part of the row's time, in the ledger of the same measurement, that the change takes away. Null where that is unknown. */
  readonly taken: Estimate | null;
  /** What the path saves for each nanosecond less of the row: gain / `taken`. Null where that is unknown. */
  readonly slope: Estimate | null;
  /** The total after the change. */
  readonly projected: Estimate;
  readonly confidence: 'high' | 'medium' | 'low';
  /** The reason for the confidence, and why the gain differs from the row's time. */
  readonly reason: string;
}

/** All projections for one path. */
export interface Projections {
  readonly total: Estimate;
  readonly projections: readonly Projection[];
  /** Rows without a projection, and why. */
  readonly refused: readonly RefusedProjection[];
}

export interface RefusedProjection {
  readonly row: string;
  readonly why: string;
}
