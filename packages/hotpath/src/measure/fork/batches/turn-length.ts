/** Intended length of one variant's turn in a warm-up, ns: longer than the settling after it, shorter than a batch. */
const turnNs = 500_000;

/** Limits of the operations in a turn. */
const fewest = 4;
const most = 4096;

/** Fewest operations for a path that waits: its first ones in a turn are more expensive, as they wake a thread that has slept since the last turn. */
const fewestWaiting = 32;

/** Operations of the next turn of a warm-up, a power of two; `ns` is the time of one in the last turn, NaN before the first. */
export function turnOperations(ns: number, waits = false): number {
  if (Number.isNaN(ns)) return fewest;
  if (waits) return Math.max(fewestWaiting, turnOperations(ns));
  return Math.min(most, Math.max(fewest, 2 ** Math.round(Math.log2(turnNs / Math.max(ns, 1)))));
}
