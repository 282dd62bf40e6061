import { quantile } from './summary.js';

/**
 * A machine is calm while fixed work takes no longer than so many times what it takes in the calmest twentieth. Where
 * a neighbour shares the core, calm moments are a few in a hundred, and a moment that is calm in part is none.
 */
const calm = 1.04;
const calmest = 0.05;

/** The longest that fixed work takes while the machine is calm, judged by what it took again and again. */
export function calmLimit(times: readonly number[]): number {
  return calm * quantile(times, calmest);
}
