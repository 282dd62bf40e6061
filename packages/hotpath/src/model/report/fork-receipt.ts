/** How one timed fork went, and its weight in the ledger. */
export interface ForkReceipt {
  readonly index: number;
  readonly replicate: number;
  /** Clean time of an operation, ns; NaN where its replicate is set aside. */
  readonly cleanNs: number;
  /** Share of its batches that were calm. */
  readonly calmShare: number;
  readonly steadyState: SteadyState;
  /** Copies of the path's functions that were recompiled or deoptimised while batches were measured; null without V8's log. */
  readonly tierChanges: number | null;
  /** Its weight in every mean: the same for all forks of replicates that are used, 0 for those set aside. */
  readonly weight: number;
  /** The share by which the total would grow without this fork. */
  readonly influence: number;
}

/**
 * How the unprobed path's time went while it was measured (after Barrett et al., Virtual Machine Warmup Blows Hot and Cold, 2017).
 *
 * | verdict | levels |
 * |---|---|
 * | `flat` | one |
 * | `warm` | slower ones, then a steady one |
 * | `slowing` | faster ones, then a steady one |
 * | `none` | still changing at the end |
 * | `unknown` | too few clean batches |
 */
export interface SteadyState {
  readonly verdict: 'flat' | 'warm' | 'slowing' | 'none' | 'unknown';
  readonly levels: readonly Level[];
}

/** A stretch of time without a change. */
export interface Level {
  /** Since measuring began. */
  readonly fromMs: number;
  /** Median time of an operation. */
  readonly ns: number;
}
