import type { Estimate } from './ledger.js';

/** What would become of a path if one of its rows changed, by experiment on the path itself; ns an operation. */
export interface Projection {
  /** The row's id and name. */
  readonly row: string;
  readonly name: string;
  /** The row is gone, runs in half of the executions, or twice in each. */
  readonly scenario: 'removed' | 'half' | 'twice';
  /** What the path would save; negative where it would take longer. Collection included. */
  readonly gain: Estimate;
  /** The part of the gain that is garbage that is not made. */
  readonly collection: Estimate;
  /** What the row takes in the ledger of the same measurement: gain as its share would have it. */
  readonly taken: Estimate;
  /** The whole path then. */
  readonly projected: Estimate;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Why the confidence is what it is, and why the gain is more or less than the row takes. */
  readonly reason: string;
}

/** All that experiments on one path's rows found. */
export interface Projections {
  readonly total: Estimate;
  readonly projections: readonly Projection[];
  /** Rows on which there was no experiment, and why. */
  readonly refused: readonly { readonly row: string; readonly why: string }[];
}
