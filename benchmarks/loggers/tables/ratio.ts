import { type Interval, meanInterval, quantile } from 'hotpath/stats';

/** A value divided by the value of the base, with its 95 % interval. */
export interface Ratio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The geometric mean of the ratios of all rounds, and its 95 % interval by Student's t on their logarithms. Both lists are in
 * the order of the rounds and equally long. A single round has no interval: 0 to Infinity.
 */
export function ratioTo(base: readonly number[], values: readonly number[]): Ratio {
  const logs = values.map((value, round) => Math.log(value / (base[round] ?? Number.NaN)));
  const { mean, low, high }: Interval = meanInterval(logs);
  return { ratio: Math.exp(mean), low: Math.exp(low), high: Math.exp(high) };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
