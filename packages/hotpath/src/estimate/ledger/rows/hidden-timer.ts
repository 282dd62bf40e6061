import type { Column } from '../../../stats/columns.js';
import { mean, standardDeviation } from '../../../stats/summary.js';

/** How much of the timer's interval the path's own work hides, ns per execution, as a normal distribution. */
export interface HiddenTimer {
  readonly mean: number;
  readonly deviation: number;
}

/** What a row with two routes shows of the hidden timer. */
export interface TwoReadings {
  /** Spans minus the timer's interval, ns per operation. */
  readonly corrected: Column;
  /** Marginal cost, ns per operation. */
  readonly marginal: Column;
  /** Executions per operation. */
  readonly calls: number;
  /** The marginal route's own systematic standard deviation, ns per operation. */
  readonly doubt: number;
}

/**
 * The prior's standard deviation, as a share of the interval: an empty pair's interval is right on average, but some paths hide a
 * quarter of it. Where every instruction depends on the one before, the processor does the timer's work meanwhile.
 */
const priorShare = 0.25;

/** How far the rows of one path differ in what they hide, ns per execution, one standard deviation. */
export const rowSpread = 4;

/**
 * Each row with two routes shows by how much its corrected spans fall short of its marginal cost. Together with the prior, weighted
 * by precision (the conjugate normal mean), they show by how much the path's spans fall short. `interval` is that of an empty pair,
 * ns.
 */
export function hiddenTimer(rows: readonly TwoReadings[], interval: number): HiddenTimer {
  const prior = { mean: 0, deviation: priorShare * interval };
  const found = rows.flatMap(({ corrected, marginal, calls, doubt }) => {
    const short = marginal.map((ns, replicate) => (ns - (corrected[replicate] as number)) / calls);
    if (short.some(Number.isNaN)) return [];
    const error = standardDeviation(short) / Math.sqrt(short.length);
    return [{ mean: mean(short), deviation: Math.hypot(error, doubt / calls, rowSpread) }];
  });
  if (found.length === 0) return prior;
  // Rows share what makes loops unlike the path, so many rows together know no more than the most precise of them.
  const deviation = Math.min(...found.map((one) => one.deviation));
  return precisionMean([prior, { ...precisionMean(found), deviation }]);
}

function precisionMean(values: readonly HiddenTimer[]): HiddenTimer {
  const precisions = values.map(({ deviation }) => 1 / deviation ** 2);
  const all = precisions.reduce((sum, precision) => sum + precision, 0);
  const weighted = values.reduce((sum, value, index) => sum + value.mean * (precisions[index] as number), 0);
  return { mean: weighted / all, deviation: 1 / Math.sqrt(all) };
}
