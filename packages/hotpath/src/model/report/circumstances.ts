import type { Estimate } from './ledger.js';

/** Two times around which batches gather. */
export interface Modes {
  /** ns an operation. */
  readonly low: number;
  readonly high: number;
  /** Share of the batches that belong to the high one. */
  readonly highShare: number;
  /** Share of processes nearly all of whose batches belong to one of them. */
  readonly residentForks: number;
}

/** A path that waits, while its thread has its processor to itself and while it has to wait for it too. */
export interface Sharing {
  /** ns an operation, the median batch. */
  readonly own: number;
  readonly shared: number;
  /** Share of the batches in which it had to wait for its processor. */
  readonly sharedShare: number;
}

/**
 * What it takes to wake a sleeping thread and be woken by it, ns, measured beside the batches: the least that a call can take
 * that waits for another thread.
 */
export interface Waking {
  /** The median in the process in which it took least: the machine while it is calm. */
  readonly quickest: number;
  /** The median in the middle process, for which the ledger's times are. */
  readonly typical: number;
  /** By how many per cent the path's time grows where waking takes one more, 0 to 2. */
  readonly elasticity: number;
  /** The median before processors were kept awake, as they are for the ledger's times; null where they were not. */
  readonly asleep: number | null;
}

/** Differences by order, as shares of the clean whole. */
export interface OrderEffects {
  /** How much more the copy of the path takes that was loaded second. */
  readonly loading: Estimate;
  /** How much more the last replicate takes than the first, on the line through all. */
  readonly drift: Estimate;
}

/** What the yardstick says of the processor while the path was measured. */
export interface ProcessorState {
  /** Share of batches in which it was calm. */
  readonly calmShare: number;
  readonly replicatesUsed: number;
  /** Replicates that found it calm in under a tenth of their batches, while enough others did better. */
  readonly replicatesSetAside: number;
}
