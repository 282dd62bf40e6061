import { type Interval, meanInterval, quantile } from 'hotpath/stats';

/** How many times the base's value a value is, with its 95 % interval. */
export interface Ratio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The geometric mean of the ratios round by round, and its 95 % interval by Student's t on their logarithms. The lists
 * are in the order of the rounds and as long as each other; of one round there is no interval: 0 to Infinity.
 */
export function ratioTo(base: readonly number[], values: readonly number[]): Ratio {
  const logs = values.map((value, round) => Math.log(value / (base[round] ?? Number.NaN)));
  const { mean, low, high }: Interval = meanInterval(logs);
  return { ratio: Math.exp(mean), low: Math.exp(low), high: Math.exp(high) };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
