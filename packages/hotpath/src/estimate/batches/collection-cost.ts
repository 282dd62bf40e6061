import type { Batch, ForkMeasurement } from '../../model/measurement/measurement.js';
import { mean } from '../../stats/summary.js';
import { bytesOfBatch } from './batch-sums.js';
import type { GarbagePrices } from './garbage-price.js';

export interface CollectionCost {
  /** Bytes allocated an operation; NaN when every batch was struck by a collection. */
  readonly allocated: number;
  /** ns an operation. */
  readonly collection: number;
}

/**
 * What garbage collection costs an operation: the bytes that it allocates, times the price of a byte. Counting pauses inside
 * batches would miss most of them: V8 posts a task when the young generation is four fifths full, and the task finds its
 * turn between batches. A pause is as long as what is kept is much, and every variant keeps something of its own: the
 * price is that of the path, the variant `pricedBy`.
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
