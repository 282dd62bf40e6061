import type { Batch, ForkMeasurement } from '../model/measurement.js';
import { mean } from '../stats/summary.js';

export interface CollectionCost {
  /** Bytes allocated an operation; NaN when every batch was struck by a collection. */
  readonly allocated: number;
  /** ns an operation. */
  readonly collection: number;
}

/** With fewer pauses than these, a path that ran alone does not tell what its garbage costs. */
const fewestPauses = 3;

/**
 * What garbage collection costs an operation: the bytes that it allocates, times pauses for a byte allocated, times
 * the mean pause while the processor was calm. Counting pauses inside batches would miss most of them: V8 posts a task
 * when the young generation is four fifths full, and the task finds its turn between batches. A pause is as long as
 * what is kept is much, and every variant keeps something of its own: the price is that of batches of the path alone, of the
 * variant `pricedBy`, and only where too few pauses struck these that of all batches.
 */
export function collectionCost(
  fork: ForkMeasurement,
  batches: readonly Batch[],
  calmNs: number,
  pricedBy = 'base',
): CollectionCost {
  const allocated = bytesOfBatch(batches) / fork.batchOperations;
  const collection = allocated * priceOfByte(fork, calmNs, pricedBy);
  if (Number.isFinite(collection)) return { allocated, collection };
  return { allocated, collection: mean(batches.map((batch) => batch.collectionNs)) / fork.batchOperations };
}

/** ns of pauses for a byte allocated. */
function priceOfByte({ variants, alone }: ForkMeasurement, calmNs: number, pricedBy: string): number {
  const own = alone.find(({ id }) => id === pricedBy)?.batches ?? [];
  const from = pausesOf(own).count >= fewestPauses ? [own] : variants.map(({ batches }) => batches);
  const bytes = from.reduce((sum, some) => sum + some.length * (bytesOfBatch(some) + settlingBytes(some)), 0);
  const all = pausesOf(from.flat());
  const calm = pausesOf(from.flat().filter((batch) => batch.yardstickNs <= calmNs));
  const pauseNs = calm.count > 0 ? calm.ns / calm.count : all.ns / Math.max(1, all.count);
  return (all.count / bytes) * pauseNs;
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
