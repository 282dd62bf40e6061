import { quantile } from './summary.js';

/** Two clusters with few values between them. */
export interface TwoModes {
  readonly low: number;
  readonly high: number;
  /** Share of the values that belong to the high cluster. */
  readonly highShare: number;
  /** The lowest value of the high cluster. */
  readonly split: number;
}

/** Smallest share of the values that is a mode. */
const smallest = 0.1;

/** Most values in the valley between two modes, as a share of those at the smaller peak, in equal windows. */
const valley = 0.5;

/** How much lower than the smaller peak the valley must be, in standard deviations of two counts. */
const clearly = 3;

/**
 * The two centres around which values gather; null where they do not. Values are cut where the variance between both parts is
 * largest (Otsu, 1979). The counts in three equal windows, around both medians and the sparsest one between them, must show a valley.
 */
export function twoModes(values: readonly number[]): TwoModes | null {
  const sorted = [...values].sort((a, b) => a - b);
  const cut = otsuCut(sorted);
  const least = Math.max(10, smallest * sorted.length);
  if (cut < least || sorted.length - cut < least) return null;
  const low = quantile(sorted.slice(0, cut), 0.5);
  const high = quantile(sorted.slice(cut), 0.5);
  const width = (high - low) / 4;
  const around = (centre: number): number =>
    sorted.filter((value) => Math.abs(value - centre) <= width / 2).length;
  const peak = Math.min(around(low), around(high));
  const between = Math.min(...[0.35, 0.425, 0.5, 0.575, 0.65].map((way) => around(low + way * (high - low))));
  if (between > valley * peak || peak - between < clearly * Math.sqrt(peak + between)) return null;
  return { low, high, highShare: 1 - cut / sorted.length, split: sorted[cut] as number };
}

/** Number of values in the lower part, for the cut with the largest variance between both parts. */
function otsuCut(sorted: readonly number[]): number {
  const all = sorted.reduce((sum, value) => sum + value, 0);
  let sum = 0;
  let best = 0;
  let cut = 0;
  for (let below = 1; below < sorted.length; below++) {
    sum += sorted[below - 1] as number;
    const above = sorted.length - below;
    const distance = (all - sum) / above - sum / below;
    const between = below * above * distance * distance;
    if (between > best) {
      best = between;
      cut = below;
    }
  }
  return cut;
}
