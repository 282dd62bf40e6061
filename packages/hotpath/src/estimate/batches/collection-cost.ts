import type { Batch, ForkMeasurement } from '../../model/measurement/measurement.js';
import { mean } from '../../stats/summary.js';
import { bytesOfBatch } from './batch-sums.js';
import type { GarbagePrices } from './garbage-price.js';

export interface CollectionCost {
  /** Bytes allocated per operation; NaN where every batch had a collection. */
  readonly allocated: number;
  /** ns per operation. */
  readonly collection: number;
}

/**
 * Cost of garbage collection per operation: the bytes that it allocates times the price of a byte. Counting the pauses inside
 * batches would miss most of them: V8 posts a task when the young generation is four fifths full, and the task runs between
 * batches. A pause lasts the longer the more objects survive, and every variant keeps objects of its own, so the price is that of
 * one path, the variant `pricedBy`. Where bytes or price are unknown, the pauses inside the batches count.
 */
export function collectionCost(
  fork: ForkMeasurement,
  batches: readonly Batch[],
  priceIn: GarbagePrices,
  pricedBy?: string,
): CollectionCost {
  const allocated = bytesOfBatch(batches) / fork.batchOperations;
  const collection = allocated * priceIn(fork, pricedBy);
  if (Number.isFinite(collection)) return { allocated, collection };
  return { allocated, collection: mean(batches.map((batch) => batch.collectionNs)) / fork.batchOperations };
}
