import type { Column } from '../../../stats/columns.js';
import { mean, quantile, standardDeviation } from '../../../stats/summary.js';
import type { ColdTimer } from './cold-timer.js';

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
  /** What its clock costs more because the row runs rarely. */
  readonly cold: ColdTimer;
  /** The marginal route's own systematic standard deviation, ns per operation. */
  readonly doubt: number;
}

/** The prior's standard deviation, as a share of the interval, where a fork did not measure what a chain of arithmetic hides. */
const priorShare = 0.25;

/** Generated paths of chained loops hide this factor times what the fork's chain hides (docs/adr/0035). */
const pathsHideMore = 1.3;

/** How far the share that the path hides may be from what its pairs add to it, as a share of what a chain hides. */
const shareDoubt = 0.3;

/** Pairs of clock reads, ns per pair, one value per replicate. */
export interface Pairs {
  /** Interval of an empty pair. */
  readonly interval: Column;
  /** What a chain of arithmetic hides of it, and what a pair adds to the chain; NaN where they were not measured. */
  readonly hiddenInChain: Column;
  readonly addedToChain: Column;
  /** What a pair adds to the path at a row's edges; NaN where unknown. */
  readonly addedByPair: Column;
}

/** How far the rows of one path differ in what they hide, ns per execution, one standard deviation. */
export const rowSpread = 5;

/**
 * Each row with two routes shows by how much its corrected spans fall short of its marginal cost. Together with the prior, weighted
 * by precision (the conjugate normal mean), they show by how much the path's spans fall short.
 */
export function hiddenTimer(rows: readonly TwoReadings[], pairs: Pairs): HiddenTimer {
  const prior = priorOf(pairs);
  const found = rows.flatMap(({ corrected, marginal, calls, cold, doubt }) => {
    const short = marginal.map((ns, replicate) => (ns - (corrected[replicate] as number)) / calls);
    if (short.some(Number.isNaN)) return [];
    const error = standardDeviation(short) / Math.sqrt(short.length);
    return [{ mean: mean(short), deviation: Math.hypot(error, doubt / calls, rowSpread, cold.deviation) }];
  });
  if (found.length === 0) return prior;
  // Rows share what makes loops unlike the path, so many rows together know no more than the most precise of them.
  const deviation = Math.min(...found.map((one) => one.deviation));
  return precisionMean([prior, { ...precisionMean(found), deviation }]);
}

/**
 * Every path hides something between nothing and what a chain of arithmetic hides, `most`. How much is seen from what a pair adds to
 * it: two reads of the clock take about two intervals where nothing is hidden, and `addedToChain` where all is.
 */
function priorOf({ interval, hiddenInChain, addedToChain, addedByPair }: Pairs): HiddenTimer {
  const most = pathsHideMore * median(hiddenInChain);
  if (!Number.isFinite(most)) return { mean: 0, deviation: priorShare * mean(interval) };
  const anything = { mean: most / 2, deviation: Math.abs(most) / 2 };
  const addedWhereHidden = median(addedToChain);
  const share = addedByPair.map((added, replicate) => {
    const exposed = 2 * (interval[replicate] as number);
    return (exposed - added) / (exposed - addedWhereHidden);
  });
  const seen = Math.min(1, Math.max(0, median(share)));
  if (!Number.isFinite(seen) || share.length < 2) return anything;
  const error = standardDeviation(share) / Math.sqrt(share.length);
  return precisionMean([
    anything,
    { mean: seen * most, deviation: Math.abs(most) * Math.hypot(shareDoubt, error) },
  ]);
}

function precisionMean(values: readonly HiddenTimer[]): HiddenTimer {
  const precisions = values.map(({ deviation }) => 1 / deviation ** 2);
  const all = precisions.reduce((sum, precision) => sum + precision, 0);
  const weighted = values.reduce((sum, value, index) => sum + value.mean * (precisions[index] as number), 0);
  return { mean: weighted / all, deviation: 1 / Math.sqrt(all) };
}

function median(values: Column): number {
  return quantile(values, 0.5);
}
