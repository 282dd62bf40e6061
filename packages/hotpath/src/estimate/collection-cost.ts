import type { Batch, ForkMeasurement } from '../model/measurement.js';
import { mean } from '../stats/summary.js';

export interface CollectionCost {
  /** Bytes allocated an operation; NaN when every batch was struck by a collection. */
  readonly allocated: number;
  /** ns an operation. */
  readonly collection: number;
}

/**
 * What garbage collection costs an operation: the bytes that it allocates, times what the fork's pauses cost for a
 * byte allocated. Counting pauses inside batches would miss most of them: V8 posts a task when the young generation
 * is four fifths full, and the task finds its turn between batches.
 */
export function collectionCost(fork: ForkMeasurement, unprobed: readonly Batch[]): CollectionCost {
  const allocated = meanKnown(unprobed.map((batch) => batch.allocatedBytes)) / fork.batchOperations;
  const bytes = fork.variants.reduce((sum, { batches }) => sum + batches.length * bytesOfBatch(batches), 0);
  const nsPerByte = bytes > 0 ? fork.collectionNs / bytes : Number.NaN;
  if (Number.isFinite(allocated * nsPerByte)) return { allocated, collection: allocated * nsPerByte };
  return { allocated, collection: mean(unprobed.map((batch) => batch.collectionNs)) / fork.batchOperations };
}

/** Mean growth of the heap in a batch and the settling behind it. */
function bytesOfBatch(batches: readonly Batch[]): number {
  return (
    meanKnown(batches.map((batch) => batch.allocatedBytes)) +
    meanKnown(batches.map((batch) => batch.settlingBytes))
  );
}

function meanKnown(values: readonly (number | null)[]): number {
  return mean(values.filter((value) => value !== null));
}
