/**
 * A mean with its 95 % interval over replicates; ns unless noted. With one replicate the bounds are infinite; in JSON they are
 * null.
 */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Half the width of the interval. */
export function halfWidth({ low, high }: Estimate): number {
  return (high - low) / 2;
}

/** Half the width of the interval as a share of the mean. */
export function relativeHalfWidth(estimate: Estimate): number {
  return halfWidth(estimate) / estimate.mean;
}
