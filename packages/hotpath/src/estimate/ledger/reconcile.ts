import type { Row } from '../../model/path/row.js';
import { mean, standardDeviation } from '../../stats/summary.js';
import type { Replicate } from '../forks/replicates.js';
import { type HiddenTimer, hiddenTimer, rowSpread } from './hidden-timer.js';

/** All rows' times as their routes together tell them. */
export interface Reconciliation {
  readonly hidden: HiddenTimer;
  of(row: Row): Reconciled;
}

/** A row's inclusive time as its routes together tell it. */
export interface Reconciled {
  /** In one replicate, ns an operation. */
  inclusive(replicate: Replicate): number;
  /** In one replicate from spans alone, what the path hides of the timer given back. */
  spans(replicate: Replicate): number;
  /** Standard deviation of the error that all replicates share, ns an operation. */
  readonly systematic: number;
  /** The marginal route's part in the value, 0 to 1. */
  readonly marginalWeight: number;
  /** How far the routes are apart, in standard deviations of that distance; null with one route. */
  readonly discord: number | null;
}

/**
 * How far a run in a loop may differ from the run in place, one standard deviation: caches are warm and turns overlap, which
 * makes it cheaper, seldom dearer.
 */
const marginalDoubt = { cheaper: 0.1, dearer: 0.03 };

/** Routes that are further apart than so many standard deviations disagree. */
export const discordant = 2.5;

/** Routes that are no further apart than so many standard deviations are so by chance, as one in seven is. */
const byChance = 1.5;

/** What one turn of the loop itself may cost, ns, one standard deviation. */
const turnDoubt = 3;

/**
 * The mean of spans and marginal cost, each weighted by the inverse of its variance, systematic errors included: a
 * short row then rests on the route without a timer, a long one on the route in place. (The random-effects mean of
 * meta-analysis; docs/adr/0005 has the experiments behind the doubts.) By how much the two are further apart than their
 * doubts allow is a variance of the marginal route's alone (the method of moments of DerSimonian and Laird, Meta-analysis in
 * clinical trials, 1986, for the one that is not in place): far apart, the spans stand. Half of what they are further apart than
 * chance makes them is doubt.
 */
export function reconcile(rows: readonly Row[], replicates: readonly Replicate[]): Reconciliation {
  // Where the path waits, what it happened to wait differs between batches by more than a row; spans see the wait itself.
  const repeated = replicates.some((replicate) => replicate.waits)
    ? []
    : rows.filter(({ node }) => replicates.every((replicate) => replicate.marginal(node) !== null));
  const hidden = hiddenTimer(
    repeated.map(({ node }) => node),
    replicates,
    marginalError,
  );
  const reconciled = new Map(
    rows.map((row) => [
      row,
      repeated.includes(row) ? twoRoutes(row, replicates, hidden) : spansAlone(row, replicates, hidden),
    ]),
  );
  return { hidden, of: (row) => reconciled.get(row) as Reconciled };
}

/** Of a marginal cost, beside what the row's spans say; ns an operation. */
function marginalError(marginal: number, spans: number, calls: number): number {
  const doubt = marginal > spans ? marginalDoubt.dearer : marginalDoubt.cheaper;
  return Math.hypot(doubt * marginal, turnDoubt * calls);
}

function spansAlone({ node }: Row, replicates: readonly Replicate[], hidden: HiddenTimer): Reconciled {
  const calls = mean(replicates.map((replicate) => replicate.span(node).calls));
  const spans = (replicate: Replicate): number =>
    replicate.spans(node) + hidden.mean * replicate.span(node).timedCalls;
  return {
    inclusive: spans,
    spans,
    systematic: Math.hypot(hidden.deviation, rowSpread) * calls,
    marginalWeight: 0,
    discord: null,
  };
}

function twoRoutes(row: Row, replicates: readonly Replicate[], hidden: HiddenTimer): Reconciled {
  const alone = spansAlone(row, replicates, hidden);
  const slope = (replicate: Replicate): number => replicate.marginal(row.node)?.perRun ?? Number.NaN;
  const calls = mean(replicates.map((replicate) => replicate.span(row.node).calls));
  const spans = route(replicates.map(alone.spans), alone.systematic);
  const slopes = replicates.map(slope);
  const marginal = route(slopes, marginalError(mean(slopes), spans.mean, calls));
  const distance = Math.abs(spans.mean - marginal.mean);
  const expected = Math.sqrt(spans.variance + marginal.variance);
  const excess = Math.max(0, distance ** 2 - expected ** 2);
  const weight = spans.variance / (spans.variance + marginal.variance + excess);
  return {
    spans: alone.spans,
    inclusive: (replicate) => (1 - weight) * alone.spans(replicate) + weight * slope(replicate),
    // What the path hides of the timer was learnt from marginal costs, so the two errors go together and add.
    systematic: Math.hypot(
      (1 - weight) * spans.systematic + weight * marginal.systematic,
      Math.max(0, distance - byChance * expected) / 2,
    ),
    marginalWeight: weight,
    discord: distance / expected,
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
