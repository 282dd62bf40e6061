import type { Estimate } from './ledger.js';

/** What changes: the row is gone, costs a part or a multiple, has other code in its place, or its garbage is not made. */
export type Scenario =
  | 'removed'
  | 'no garbage'
  | `${2 | 4} times ${'cheaper' | 'dearer'}`
  | `replaced by ${string}`;

/** What would become of a path if one of its rows changed, by experiment on the path itself; ns an operation. */
export interface Projection {
  /** The row's id and name. */
  readonly row: string;
  readonly name: string;
  readonly scenario: Scenario;
  /** What the path would save; negative where it would take longer. Collection included. */
  readonly gain: Estimate;
  /** The part of the gain that is garbage that is not made. */
  readonly collection: Estimate;
  /** What of the row's time in the ledger of the same measurement changes: gain as its share would have it. Null where that is unknown. */
  readonly taken: Estimate | null;
  /** What a nanosecond less of the row saves the path: gain over `taken`. Null where that is unknown. */
  readonly slope: Estimate | null;
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
