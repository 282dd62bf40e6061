import type { Column } from '../../../stats/columns.js';
import { mean, standardDeviation } from '../../../stats/summary.js';
import { type HiddenTimer, hiddenTimer, type Pairs, rowSpread } from './hidden-timer.js';
import type { RowReadings } from './row-readings.js';

/** The times of all rows, each from its routes together. */
export interface Reconciliation {
  readonly hidden: HiddenTimer;
  /** In the order of the plan's rows. */
  readonly rows: readonly ReconciledRow[];
}

/** A row's inclusive time from its routes together. Columns hold ns per operation, one value per replicate. */
export interface ReconciledRow extends RowReadings {
  readonly inclusive: Column;
  /** From spans alone, with what the path hides of the timer added back. */
  readonly spans: Column;
  /** Standard deviation of the error that all replicates share, ns per operation. */
  readonly systematic: number;
  /** The marginal route's weight in the value, 0 to 1. */
  readonly marginalWeight: number;
  /** How far the routes are apart, in standard deviations of that distance; null with one route. */
  readonly discord: number | null;
}

/**
 * How far a run in a loop may differ from the run in place, as a share, one standard deviation: caches are warm and turns overlap,
 * which makes it cheaper, rarely more expensive.
 */
const marginalDoubt = { cheaper: 0.1, costlier: 0.03 };

/** Up to this distance, in standard deviations, routes are apart by chance, as one pair in seven is. */
const byChance = 1.5;

/** What one turn of the loop itself may cost, ns, one standard deviation. */
const turnDoubt = 3;

/**
 * The mean of spans and marginal cost, each weighted by the inverse of its variance, systematic errors included: a short row then
 * rests on the route without a timer, a long one on the route in place. (The random-effects mean of meta-analysis;
 * docs/adr/0005 has the experiments from which the doubts are derived.)
 *
 * The part of the distance that exceeds the doubts is added to the variance of the marginal route alone, which is not measured in
 * place: far apart, the spans decide (the method of moments of DerSimonian and Laird, Meta-analysis in clinical trials, 1986). Half
 * of what exceeds chance becomes doubt.
 *
 * A path that waits has no marginal route: its waits differ between
 * batches by more than a row takes, and only spans contain the wait itself.
 */
export function reconcile(
  readings: readonly RowReadings[],
  pairs: Pairs,
  { waits }: { readonly waits: boolean },
): Reconciliation {
  const candidates = readings.map((row) => ({
    row,
    marginal: waits ? null : marginalIn(row, pairs.interval.length),
  }));
  const repeated = candidates.flatMap(({ row, marginal }) =>
    marginal
      ? [{ ...row, marginal, doubt: marginalError(mean(marginal), mean(row.corrected), row.calls) }]
      : [],
  );
  const hidden = hiddenTimer(repeated, pairs);
  return {
    hidden,
    rows: candidates.map(({ row, marginal }) => {
      const alone = spansAlone(row, hidden);
      return marginal ? twoRoutes(alone, marginal) : alone;
    }),
  };
}

/** The marginal cost in each replicate; null unless all of them repeated the row. */
function marginalIn({ marginal }: RowReadings, replicates: number): Column | null {
  return marginal && marginal.perRun.length === replicates ? marginal.perRun : null;
}

/** Systematic error of a marginal cost, given what the row's spans say; ns per operation. */
function marginalError(marginal: number, spans: number, calls: number): number {
  const doubt = marginal > spans ? marginalDoubt.costlier : marginalDoubt.cheaper;
  return Math.hypot(doubt * marginal, turnDoubt * calls);
}

function spansAlone(row: RowReadings, hidden: HiddenTimer): ReconciledRow {
  const { corrected, span, calls, cold } = row;
  const spans = corrected.map((ns, replicate) => ns + hidden.mean * (span.timedCalls[replicate] as number));
  return {
    ...row,
    inclusive: spans,
    spans,
    systematic: Math.hypot(hidden.deviation, rowSpread, cold.deviation) * calls,
    marginalWeight: 0,
    discord: null,
  };
}

function twoRoutes(alone: ReconciledRow, slopes: Column): ReconciledRow {
  const spans = route(alone.spans, alone.systematic);
  const marginal = route(slopes, marginalError(mean(slopes), spans.mean, alone.calls));
  const distance = Math.abs(spans.mean - marginal.mean);
  const expected = Math.sqrt(spans.variance + marginal.variance);
  const excess = Math.max(0, distance ** 2 - expected ** 2);
  const weight = spans.variance / (spans.variance + marginal.variance + excess);
  return {
    ...alone,
    inclusive: alone.spans.map((ns, replicate) => (1 - weight) * ns + weight * (slopes[replicate] as number)),
    // What the path hides of the timer is derived from marginal costs, so the two errors go together and add.
    systematic: Math.hypot(
      (1 - weight) * spans.systematic + weight * marginal.systematic,
      Math.max(0, distance - byChance * expected) / 2,
    ),
    marginalWeight: weight,
    discord: distance / expected,
  };
}

interface Route {
  readonly mean: number;
  readonly systematic: number;
  readonly variance: number;
}

/** A route's mean with its doubts. */
function route(values: Column, systematic: number): Route {
  const sampling = standardDeviation(values) ** 2 / values.length;
  return { mean: mean(values), systematic, variance: sampling + systematic ** 2 };
}
