import type { ForkReceipt } from '../../../../hotpath/src/model/report/fork-receipt.js';
import type { Ledger } from '../../../../hotpath/src/model/report/ledger.js';

/** The axis of fork times, in ns. It does not start at zero. */
export interface ForkScale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** Margin above and below, as a share of the range; and the smallest range, as a share of the middle time. */
const margin = 0.1;
const leastSpan = 0.02;

/** Null if no fork has a time. */
export function forkScale({ forks, modes }: Pick<Ledger, 'forks' | 'modes'>): ForkScale | null {
  const times = forks.map(({ cleanNs }) => cleanNs).filter(Number.isFinite);
  if (modes) times.push(modes.low, modes.high);
  if (times.length === 0) return null;
  const [least, most] = [Math.min(...times), Math.max(...times)];
  const middle = (least + most) / 2;
  const half = (0.5 + margin) * Math.max(most - least, leastSpan * Math.abs(middle), 1e-3);
  const [from, to] = [middle - half, middle + half];
  return { from, to, ticks: ticksBetween(from, to) };
}

/** Two to seven round numbers in the range. */
function ticksBetween(from: number, to: number): number[] {
  const rough = (to - from) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const digits = rough / power;
  const step = power * (digits < 1.5 ? 1 : digits < 3.5 ? 2 : digits < 7.5 ? 5 : 10);
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return Array.from({ length: count }, (_, index) => (first + index) * step);
}

/** Counts the used forks in each of `count` bins of equal width. */
export function binsOf(forks: readonly ForkReceipt[], { from, to }: ForkScale, count: number): number[] {
  const bins = Array.from({ length: count }, () => 0);
  for (const { cleanNs, weight } of forks) {
    if (weight === 0 || !Number.isFinite(cleanNs)) continue;
    const bin = Math.min(count - 1, Math.floor((count * (cleanNs - from)) / (to - from)));
    bins[bin] = (bins[bin] as number) + 1;
  }
  return bins;
}

/** The mean of fork times by weight, as the ledger uses it; NaN if no fork is used. */
export function weightedMean(forks: readonly ForkReceipt[]): number {
  const used = forks.filter(({ weight, cleanNs }) => weight > 0 && Number.isFinite(cleanNs));
  const weights = used.reduce((sum, { weight }) => sum + weight, 0);
  return used.reduce((sum, { weight, cleanNs }) => sum + weight * cleanNs, 0) / weights;
}
