import type { Batch } from '../../model/measurement/measurement.js';
import { mean } from '../../stats/summary.js';

/** Mean growth of the heap in a batch; NaN where a collection struck each of them. */
export function bytesOfBatch(batches: readonly Batch[]): number {
  return meanKnown(batches.map((batch) => batch.allocatedBytes));
}

/** The same for the settling behind it. */
export function settlingBytesOf(batches: readonly Batch[]): number {
  return meanKnown(batches.map((batch) => batch.settlingBytes));
}

function meanKnown(values: readonly (number | null)[]): number {
  return mean(values.filter((value) => value !== null));
}

/** Pauses in batches and in the settling behind them. */
export function pausesOf(batches: readonly Batch[]): { count: number; ns: number } {
  let count = 0;
  let ns = 0;
  for (const batch of batches) {
    count += batch.collections + batch.settlingCollections;
    ns += batch.collectionNs + batch.settlingCollectionNs;
  }
  return { count, ns };
}
