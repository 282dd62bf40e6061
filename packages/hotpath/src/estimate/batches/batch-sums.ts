import type { Batch } from '../../model/measurement/measurement.js';
import { mean } from '../../stats/summary.js';

/** Mean growth of the heap in a batch, bytes; NaN where every batch had a collection. */
export function bytesOfBatch(batches: readonly Batch[]): number {
  return meanKnown(batches.map((batch) => batch.allocatedBytes));
}

/** Mean growth of the heap in the settling after a batch, bytes; NaN where every settling had a collection. */
export function settlingBytesOf(batches: readonly Batch[]): number {
  return meanKnown(batches.map((batch) => batch.settlingBytes));
}

function meanKnown(values: readonly (number | null)[]): number {
  return mean(values.filter((value) => value !== null));
}

/** Pauses in batches and in the settling after them. */
export function pausesOf(batches: readonly Batch[]): { count: number; ns: number } {
  let count = 0;
  let ns = 0;
  for (const batch of batches) {
    count += batch.collections + batch.settlingCollections;
    ns += batch.collectionNs + batch.settlingCollectionNs;
  }
  return { count, ns };
}
