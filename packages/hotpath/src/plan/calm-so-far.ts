import type { ForkMeasurement } from '../model/measurement/measurement.js';
import { quantile } from '../stats/summary.js';

/** The yardstick's best in a fork is this quantile of its times: a single fast reading is no evidence. */
const bestShare = 0.05;

/**
 * The yardstick's limit for a calm batch of the next fork, ns: the policy's factor of the best of all forks so far. Null
 * before the first fork, which judges by its own best.
 */
export function calmLimitSoFar(forks: readonly ForkMeasurement[], calm: number): number | null {
  if (forks.length === 0) return null;
  return calm * Math.min(...forks.map(bestYardstick));
}

function bestYardstick({ variants }: ForkMeasurement): number {
  const times = variants.flatMap(({ batches }) => batches.map(({ yardstickNs }) => yardstickNs));
  return quantile(times, bestShare);
}
