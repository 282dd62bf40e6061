/** A value with its uncertainty, as a normal distribution. */
export interface Normal {
  readonly mean: number;
  readonly deviation: number;
}

/** The mean of independent statements about one value, each weighted by its precision (1 / deviation²), and its own deviation. */
export function precisionMean(values: readonly Normal[]): Normal {
  const precisions = values.map(({ deviation }) => 1 / deviation ** 2);
  const all = precisions.reduce((sum, precision) => sum + precision, 0);
  const weighted = values.reduce((sum, value, index) => sum + value.mean * (precisions[index] as number), 0);
  return { mean: weighted / all, deviation: 1 / Math.sqrt(all) };
}
