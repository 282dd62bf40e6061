import { mean, standardDeviation } from './summary.js';

/**
 * Two-sided 97.5 % points of Student's t for 1 to 30 degrees of freedom (Fisher and Yates, Statistical
 * Tables, table III); beyond, the Cornish-Fisher expansion is exact to 0.001.
 */
const t975 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** The factor of the standard error in a two-sided 95 % interval. `degrees` >= 1. */
export function studentT95(degrees: number): number {
  const z = 1.959964;
  return t975[degrees - 1] ?? z + (z ** 3 + z) / (4 * degrees);
}

/**
 * Mean of independent replicates with its 95 % interval (Student's t).
 * One value alone has no interval: low and high are -Infinity and Infinity.
 */
export function meanInterval(values: readonly number[]): { mean: number; low: number; high: number } {
  const centre = mean(values);
  if (values.length < 2)
    return { mean: centre, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const half = (studentT95(values.length - 1) * standardDeviation(values)) / Math.sqrt(values.length);
  return { mean: centre, low: centre - half, high: centre + half };
}
