import type { Batch, ForkMeasurement } from '../model/measurement.js';
import { mean } from '../stats/summary.js';

export interface CollectionCost {
  /** Bytes allocated an operation; NaN when every batch was struck by a collection. */
  readonly allocated: number;
  /** ns an operation. */
  readonly collection: number;
}

/**
 * What garbage collection costs an operation: the bytes that it allocates, times pauses for a byte allocated, times
 * the mean pause while the processor was calm. Counting pauses inside batches would miss most of them: V8 posts a task
 * when the young generation is four fifths full, and the task finds its turn between batches.
 */
export function collectionCost(
  fork: ForkMeasurement,
  unprobed: readonly Batch[],
  calmNs: number,
): CollectionCost {
  const batches = fork.variants.flatMap((variant) => variant.batches);
  const allocated = bytesOfBatch(unprobed) / fork.batchOperations;
  const bytes = fork.variants.reduce(
    (sum, variant) =>
      sum + variant.batches.length * (bytesOfBatch(variant.batches) + settlingBytes(variant.batches)),
    0,
  );
  const all = pausesOf(batches);
  const calm = pausesOf(batches.filter((batch) => batch.yardstickNs <= calmNs));
  const pauseNs = calm.count > 0 ? calm.ns / calm.count : all.ns / Math.max(1, all.count);
  const collection = allocated * (all.count / bytes) * pauseNs;
  if (Number.isFinite(collection)) return { allocated, collection };
  return { allocated, collection: mean(unprobed.map((batch) => batch.collectionNs)) / fork.batchOperations };
}

/** Pauses in batches and in the settling behind them. */
function pausesOf(batches: readonly Batch[]): { count: number; ns: number } {
  let count = 0;
  let ns = 0;
  for (const batch of batches) {
    count += batch.collections + batch.settlingCollections;
    ns += batch.collectionNs + batch.settlingCollectionNs;
  }
  return { count, ns };
}

/** Mean growth of the heap in a batch; NaN where a collection struck each of them. */
export function bytesOfBatch(batches: readonly Batch[]): number {
  return meanKnown(batches.map((batch) => batch.allocatedBytes));
}

/** The same for the settling behind it. */
function settlingBytes(batches: readonly Batch[]): number {
  return meanKnown(batches.map((batch) => batch.settlingBytes));
}

function meanKnown(values: readonly (number | null)[]): number {
  return mean(values.filter((value) => value !== null));
}
