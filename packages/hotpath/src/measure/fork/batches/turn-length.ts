/** Wanted length of one variant's turn in a warm-up: above what settling behind it costs, below a batch. */
const turnNs = 500_000;

const fewest = 4;
const most = 4096;

/** The first operations of a turn are dearer where they wake a thread that has slept since the last. */
const fewestWaiting = 32;

/** Operations of the next turn of a warm-up, a power of two; `ns` is what one took in the last, NaN before the first. */
export function turnOperations(ns: number, waits = false): number {
  if (Number.isNaN(ns)) return fewest;
  if (waits) return Math.max(fewestWaiting, turnOperations(ns));
  return Math.min(most, Math.max(fewest, 2 ** Math.round(Math.log2(turnNs / Math.max(ns, 1)))));
}
