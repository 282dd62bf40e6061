/** What became of one timed process: how it went, and what it weighs in the ledger. */
export interface ForkReceipt {
  readonly index: number;
  readonly replicate: number;
  /** Undisturbed time of an operation, ns. */
  readonly cleanNs: number;
  /** Share of its batches in which the processor was calm. */
  readonly calmShare: number;
  readonly steadyState: SteadyState;
  /** Copies of the path's functions that were compiled anew or deoptimised while batches were measured; null where V8 kept no log. */
  readonly tierChanges: number | null;
  /** Its part in every mean: the same for all processes of replicates that are used, 0 for those set aside. */
  readonly weight: number;
  /** By which share of itself the total would grow without this process. */
  readonly influence: number;
}

/**
 * How the unprobed path's time went while it was measured (after Barrett et al., Virtual Machine Warmup Blows Hot and
 * Cold, 2017): `flat`: one level; `warm`: slower levels, then a steady one; `slowing`: quicker levels, then a steady one;
 * `none`: still changing at the end; `unknown`: too few undisturbed batches to say.
 */
export interface SteadyState {
  readonly verdict: 'flat' | 'warm' | 'slowing' | 'none' | 'unknown';
  readonly levels: readonly Level[];
}

/** A stretch of time without a change. */
export interface Level {
  /** Since measuring began. */
  readonly fromMs: number;
  /** Median of an operation. */
  readonly ns: number;
}
