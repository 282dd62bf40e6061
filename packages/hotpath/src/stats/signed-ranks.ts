import type { Interval } from './student-t.js';
import { quantile } from './summary.js';

/**
 * Lower critical values of Wilcoxon's signed-rank statistic, two-sided 5 %, for 6 to 12 values (Wilcoxon, Individual
 * comparisons by ranking methods, 1945; Hollander and Wolfe, Nonparametric Statistical Methods, table A.4).
 */
const critical = [0, 2, 3, 5, 8, 10, 13];
const fewest = 6;

/**
 * The Hodges-Lehmann estimate of where symmetrically distributed values lie, with the interval of the signed-rank test at
 * 95 % or somewhat more: one wild value of eight moves neither much. 6 to 12 values; fewer have no such interval (infinite).
 */
export function signedRankInterval(values: readonly number[]): Interval {
  const averages = values
    .flatMap((value, index) => values.slice(index).map((other) => (value + other) / 2))
    .sort((a, b) => a - b);
  const rank = critical[values.length - fewest];
  const mean = quantile(averages, 0.5);
  if (rank === undefined) return { mean, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  return { mean, low: averages[rank] as number, high: averages.at(-1 - rank) as number };
}
