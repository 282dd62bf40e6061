/** Most operations in a batch. */
const mostOperations = 65_536;

/** Powers of two from here on hold whole periods of caches that refill after 2^k uses. */
const wholePeriods = 128;

/** How much longer than intended a batch of `wholePeriods` may be. */
const stretch = { computing: 20, waiting: 60 } as const;

/** V8's young generation holds 16 MB once it has grown, and is collected before it is full. */
const mostBytes = 4e6;

/** At least the intended length divided by this is kept, whatever a batch allocates. */
const leastPart = 10;

/**
 * Operations in a batch: the power of two whose batch comes closest to the intended length, with these limits in this order:
 * - at least 128, where that takes less than 20 times the intended length (60 times for a path that waits: its first
 *   operations after a pause are more expensive, and forks with different batches would have different times);
 * - at most 65,536;
 * - at most what allocates `mostBytes`, or every batch would have a collection, but not below a tenth of the intended length.
 */
export function operationsPerBatch(
  batchNs: number,
  nsPerOperation: number,
  bytesPerOperation = 0,
  waits = false,
): number {
  const wanted = batchNs / Math.max(nsPerOperation, 0.1);
  const nearest = 2 ** Math.round(Math.log2(Math.max(1, wanted)));
  const floor = powerBelow((waits ? stretch.waiting : stretch.computing) * wanted);
  const chosen = Math.min(mostOperations, Math.max(nearest, Math.min(wholePeriods, floor)));
  const affordable = powerBelow(mostBytes / Math.max(bytesPerOperation, 1));
  return Math.min(chosen, Math.max(affordable, powerBelow(wanted / leastPart)));
}

function powerBelow(value: number): number {
  return 2 ** Math.floor(Math.log2(Math.max(1, value)));
}
