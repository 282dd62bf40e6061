import { quantile } from './summary.js';

/** The yardstick's best is the limit of its fastest twentieth: a single lucky reading does not count. */
const bestShare = 0.05;

/**
 * A moment is calm if fixed work takes at most this factor of its best. Next to a busy neighbour on the same core, a few moments in a
 * hundred are calm, and those that are calm in part do not count.
 */
const calm = 1.04;

/** The yardstick's best, given its times. */
export function bestYardstick(times: readonly number[]): number {
  return quantile(times, bestShare);
}

/** The longest time of fixed work in a calm moment, given its times in many moments. */
export function calmLimit(times: readonly number[]): number {
  return calm * bestYardstick(times);
}
