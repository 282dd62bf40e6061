import type { Row } from '../model/row.js';
import { mean, standardDeviation } from '../stats/summary.js';
import type { Replicate } from './replicates.js';

/** A row's inclusive time as its routes together tell it. */
export interface Reconciled {
  /** In one replicate, ns an operation. */
  inclusive(replicate: Replicate): number;
  /** Standard deviation of the error that all replicates share, ns an operation. */
  readonly systematic: number;
  /** The marginal route's part in the value, 0 to 1. */
  readonly marginalWeight: number;
  /** How far the routes are apart, in standard deviations of that distance; null with one route. */
  readonly discord: number | null;
}

/**
 * What a span may hold of its timer beside the empty pair's interval, as a share of that interval, one standard
 * deviation: from 18 ns (chained arithmetic hides the clock) to 38 (neighbours are kept from overlapping) where an empty
 * pair is 31.
 */
const spanDoubt = 0.25;

/** How far a run in a loop may differ from the run in place: caches are warm and turns overlap; one standard deviation. */
const marginalDoubt = 0.1;

/** What one turn of the loop itself may cost, ns, one standard deviation. */
const turnDoubt = 3;

/**
 * The mean of spans and marginal cost, each weighted by the inverse of its variance, systematic errors included: a
 * short row then rests on the route without a timer, a long one on the route in place. (The random-effects mean of
 * meta-analysis; docs/method/routes.md has the experiments behind the three doubts.)
 */
export function reconcile({ node }: Row, replicates: readonly Replicate[]): Reconciled {
  const calls = mean(replicates.map((replicate) => replicate.span(node).calls));
  const interval = mean(replicates.map((replicate) => replicate.interval));
  const spans = route(
    replicates.map((replicate) => replicate.spans(node)),
    spanDoubt * interval * calls,
  );
  const slopes = replicates.map((replicate) => replicate.marginal(node)?.perRun ?? Number.NaN);
  // Where the path waits, what it happened to wait differs between batches by more than a row; spans see the wait itself.
  if (slopes.some(Number.isNaN) || replicates.some((replicate) => replicate.waits)) {
    return {
      inclusive: (replicate) => replicate.spans(node),
      systematic: spans.systematic,
      marginalWeight: 0,
      discord: null,
    };
  }
  const marginal = route(slopes, Math.hypot(marginalDoubt * mean(slopes), turnDoubt * calls));
  const weight = spans.variance / (spans.variance + marginal.variance);
  return {
    inclusive: (replicate) =>
      (1 - weight) * replicate.spans(node) + weight * (replicate.marginal(node)?.perRun ?? Number.NaN),
    systematic: Math.hypot((1 - weight) * spans.systematic, weight * marginal.systematic),
    marginalWeight: weight,
    discord: Math.abs(spans.mean - marginal.mean) / Math.sqrt(spans.variance + marginal.variance),
  };
}

/** A route's mean with its doubts. */
function route(
  values: readonly number[],
  systematic: number,
): { mean: number; systematic: number; variance: number } {
  const sampling = standardDeviation(values) ** 2 / values.length;
  return { mean: mean(values), systematic, variance: sampling + systematic ** 2 };
}
