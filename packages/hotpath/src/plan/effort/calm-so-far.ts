import type { ForkMeasurement } from '../../model/measurement/measurement.js';
import { bestYardstick } from '../../stats/calm-limit.js';

/**
 * The yardstick's limit for a calm batch of the next fork, ns: the policy's factor of the best of all forks so far. Null
 * before the first fork, which judges by its own best.
 */
export function calmLimitSoFar(forks: readonly ForkMeasurement[], calm: number): number | null {
  if (forks.length === 0) return null;
  return calm * Math.min(...forks.map(bestInFork));
}

function bestInFork({ variants }: ForkMeasurement): number {
  return bestYardstick(variants.flatMap(({ batches }) => batches.map(({ yardstickNs }) => yardstickNs)));
}
