import type { Estimate } from './estimate.js';

/** Two times around which batches gather. */
export interface Modes {
  /** ns per operation. */
  readonly low: number;
  readonly high: number;
  /** Share of the batches that belong to the high mode. */
  readonly highShare: number;
  /** Share of forks with nearly all batches in one mode. */
  readonly residentForks: number;
}

/** A path that waits, while its thread has a processor of its own and while it has to wait for its processor. */
export interface Sharing {
  /** Median batch, ns per operation. */
  readonly own: number;
  readonly shared: number;
  /** Share of the batches in which the thread had to wait for its processor. */
  readonly sharedShare: number;
}

/**
 * Time to wake a sleeping thread and be woken by it, ns, measured next to the batches: the least that a call can take that waits for
 * another thread.
 */
export interface Waking {
  /** Median in the fork in which it was shortest: the calm machine. */
  readonly quickest: number;
  /** Median in the median fork. The ledger's times are as if waking had taken this. */
  readonly typical: number;
  /** By how many per cent the path's time grows where waking takes one per cent more, 0 to 2. */
  readonly elasticity: number;
  /** Median before processors were kept awake, as they are for the ledger's times; null where they were not. */
  readonly asleep: number | null;
}

/** Differences by order, as shares of the clean whole. */
export interface OrderEffects {
  /** How much more the copy takes that was loaded second. */
  readonly loading: Estimate;
  /** How much more the last replicate takes than the first, on the line through all of them. */
  readonly drift: Estimate;
}

/** The state of the processor while the path was measured, by the yardsticks. */
export interface ProcessorState {
  /** Share of batches that were calm. */
  readonly calmShare: number;
  readonly replicatesUsed: number;
  /**
   * Replicates that are not used: fewer than a tenth of their batches were calm, or waking a thread took unusually long or short.
   * None is set aside unless three remain.
   */
  readonly replicatesSetAside: number;
}
