import { mean, standardDeviation } from '../../stats/summary.js';
import type { Replicate } from '../forks/replicates.js';

/** How much of the timer's interval the path's own work hides, ns an execution, as a normal distribution. */
export interface HiddenTimer {
  readonly mean: number;
  readonly deviation: number;
}

/**
 * Before any row is looked at: an empty pair's interval is right on average, and in some paths a quarter of it off (one
 * standard deviation): where every instruction waits for the one before, the processor does the timer's work beside it.
 */
const priorShare = 0.25;

/**
 * Each row with two routes tells what its spans lack beside its marginal cost; together with the prior, weighted by
 * precision (the conjugate normal mean), they tell what the path's spans lack. `doubt` is the marginal route's own
 * systematic standard deviation, ns an operation.
 */
export function hiddenTimer(
  nodes: readonly number[],
  replicates: readonly Replicate[],
  doubt: (marginal: number, spans: number, calls: number) => number,
): HiddenTimer {
  const interval = mean(replicates.map((replicate) => replicate.interval));
  const prior = { mean: 0, deviation: priorShare * interval };
  const told = nodes.flatMap((node) => {
    const calls = mean(replicates.map((replicate) => replicate.span(node).calls));
    const lacks = replicates.map(
      (replicate) => ((replicate.marginal(node)?.perRun ?? Number.NaN) - replicate.spans(node)) / calls,
    );
    if (lacks.some(Number.isNaN)) return [];
    const marginal = mean(replicates.map((replicate) => replicate.marginal(node)?.perRun ?? Number.NaN));
    const spans = mean(replicates.map((replicate) => replicate.spans(node)));
    const error = standardDeviation(lacks) / Math.sqrt(lacks.length);
    const systematic = doubt(marginal, spans, calls) / calls;
    return [{ mean: mean(lacks), deviation: Math.hypot(error, systematic, rowSpread) }];
  });
  if (told.length === 0) return prior;
  // Rows share what makes loops unlike the path, so many of them tell no more than the best of them.
  const together = { ...precisionMean(told), deviation: Math.min(...told.map(({ deviation }) => deviation)) };
  return precisionMean([prior, together]);
}

/** How far the rows of one path differ in what they hide, ns an execution, one standard deviation. */
export const rowSpread = 4;

function precisionMean(values: readonly HiddenTimer[]): HiddenTimer {
  const precisions = values.map(({ deviation }) => 1 / deviation ** 2);
  const all = precisions.reduce((sum, precision) => sum + precision, 0);
  const weighted = values.reduce((sum, value, index) => sum + value.mean * (precisions[index] as number), 0);
  return { mean: weighted / all, deviation: 1 / Math.sqrt(all) };
}
