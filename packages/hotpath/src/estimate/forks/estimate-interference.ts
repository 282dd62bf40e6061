import type { Batch, ForkMeasurement } from '../../model/measurement/measurement.js';
import { isPreempted } from '../../model/measurement/preemption.js';
import { mean } from '../../stats/summary.js';
import type { CleanRule } from '../batches/clean-rule.js';
import { compilingCost } from '../batches/compiling.js';
import type { PathNumbers } from './path-numbers.js';

/** What the machine and V8 added to the unprobed path, ns per operation. */
export interface Interference extends Pick<PathNumbers, 'interference' | 'preempted'> {
  /** The part of it in which V8 compiled; NaN where the fork kept no log. */
  readonly compiling: number;
}

/** `whole` is the clean whole as this fork saw it. */
export function estimateInterference(
  fork: ForkMeasurement,
  unprobed: readonly Batch[],
  whole: number,
  { waits }: CleanRule,
): Interference {
  const seen = waits ? withProcessor(unprobed) : unprobed;
  const free = mean(seen.map((batch) => batch.wholeNs - batch.collectionNs)) / fork.batchOperations;
  const preempted = mean(seen.map((batch) => batch.preemptedNs ?? 0)) / fork.batchOperations;
  return { interference: free - whole, preempted, compiling: compilingCost(fork, seen) };
}

/** A path that shares its processor with the thread it waits for may even be faster, which is no interference. */
function withProcessor(batches: readonly Batch[]): readonly Batch[] {
  const own = batches.filter((batch) => !isPreempted(batch));
  return own.length === 0 ? batches : own;
}
