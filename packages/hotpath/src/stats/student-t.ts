import { mean, standardDeviation } from './summary.js';

/**
 * Two-sided 97.5 % points of Student's t for 1 to 30 degrees of freedom (Fisher and Yates, Statistical
 * Tables, table III); beyond, the Cornish-Fisher expansion is exact to 0.001.
 */
const t975 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** The factor of the standard error in a two-sided 95 % interval. `degrees` >= 1; linear between whole degrees. */
export function studentT95(degrees: number): number {
  const z = 1.959964;
  const beyond = (d: number): number => t975[d - 1] ?? z + (z ** 3 + z) / (4 * d);
  const below = Math.floor(degrees);
  return beyond(below) + (degrees - below) * (beyond(below + 1) - beyond(below));
}

export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Mean of independent replicates with its 95 % interval (Student's t). `systematic` is the standard deviation of an error that all
 * replicates share and averaging cannot reduce; the degrees of freedom of the sum are those of Welch and Satterthwaite. With a single
 * value, low and high are -Infinity and Infinity.
 */
export function meanInterval(values: readonly number[], systematic = 0): Interval {
  const centre = mean(values);
  if (values.length < 2)
    return { mean: centre, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const sampling = standardDeviation(values) ** 2 / values.length;
  const variance = sampling + systematic ** 2;
  const degrees = sampling === 0 ? Number.MAX_SAFE_INTEGER : (values.length - 1) * (variance / sampling) ** 2;
  const half = studentT95(Math.min(degrees, 1e6)) * Math.sqrt(variance);
  return { mean: centre, low: centre - half, high: centre + half };
}
