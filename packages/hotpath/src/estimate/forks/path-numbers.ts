/**
 * The numbers of the path in one fork or, as means over its forks, in one replicate; ns per operation unless noted. They are all
 * named here once: a replicate's and a ledger's are derived from this record by name.
 */
export interface PathNumbers {
  /** Clean time of the unprobed path, as if waking took what is typical. */
  readonly clean: number;
  /** (twin - base) / whole of the two: a share. */
  readonly twinGap: number;
  /** The operation's part of all pauses for garbage collection. */
  readonly collection: number;
  /** Bytes allocated; NaN where every batch had a collection. */
  readonly allocated: number;
  /** What unprobed batches took beyond the clean whole and the collections inside them, on average. */
  readonly interference: number;
  /** The part of `interference` in which other threads ran on this thread's processor. */
  readonly preempted: number;
  /** Interval of an empty pair of clock reads, ns per pair. */
  readonly interval: number;
  /** That interval where pairs follow each other closely; NaN where it was not measured. */
  readonly hotInterval: number;
  /** How much of the hot interval a chain of arithmetic hides, ns per pair; NaN where it was not measured. */
  readonly hiddenInChain: number;
  /** What a pair of clock reads adds to such a chain; NaN where it was not measured. */
  readonly addedToChain: number;
  /** What a pair at a row's edges adds to the path, ns per pair: the median over rows. NaN where there is no such row. */
  readonly addedByPair: number;
  /** What an empty pair adds to the whole. */
  readonly perturbation: number;
  /** From just before `run` is called to just after it has ended, the timer's interval subtracted. */
  readonly run: number;
  /** The measuring loop itself. */
  readonly driver: number;
  /** Share of its time that the path's thread was on a processor; NaN where the system does not report it. */
  readonly occupied: number;
  /** The factor that brings times to what they would be if waking took what is typical; 1 where the path does not wait. */
  readonly wakingFactor: number;
}
