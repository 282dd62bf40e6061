/** Wanted length of one variant's turn in a warm-up: above what settling behind it costs, below a batch. */
const turnNs = 500_000;

const fewest = 4;
const most = 4096;

/** Operations of the next turn of a warm-up, a power of two; `ns` is what one took in the last, NaN before the first. */
export function turnOperations(ns: number): number {
  if (Number.isNaN(ns)) return fewest;
  return Math.min(most, Math.max(fewest, 2 ** Math.round(Math.log2(turnNs / Math.max(ns, 1)))));
}
