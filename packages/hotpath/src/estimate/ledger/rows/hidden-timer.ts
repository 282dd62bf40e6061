import type { Column } from '../../../stats/columns.js';
import { type Normal, precisionMean } from '../../../stats/normal.js';
import { mean, quantile, standardDeviation } from '../../../stats/summary.js';
import type { EmptyPairs } from './row-interval.js';

/** How much of the timer's interval the path's own work hides, ns per execution. */
export interface HiddenTimer extends Normal {
  /** By replicate: it differs where the machine's state differs. Its mean is `mean`. */
  readonly ns: Column;
}

/** What a row with two routes shows of the hidden timer. */
export interface TwoReadings {
  /** Spans minus the timer's interval, ns per operation. */
  readonly corrected: Column;
  /** Marginal cost, ns per operation. */
  readonly marginal: Column;
  /** Executions per operation. */
  readonly calls: number;
  /** Standard deviation of errors that all replicates share: of the marginal cost, ns per operation, and of a span, ns per execution. */
  readonly doubt: { readonly marginal: number; readonly span: number };
}

/** Pairs of clock reads, ns per pair, one value per replicate. */
export interface Pairs extends EmptyPairs {
  /** What a chain of arithmetic hides of the hot interval, and what a pair adds to the chain; NaN where they were not measured. */
  readonly hiddenInChain: Column;
  readonly addedToChain: Column;
  /** What a pair adds to the path at a row's edges; NaN where unknown. */
  readonly addedByPair: Column;
}

/** The prior's standard deviation, as a share of the interval, where no fork measured what a chain of arithmetic hides. */
const priorShare = 0.25;

/** How far the share that the path hides may be from what its pairs add to it, as a share of what a chain hides. */
const shareDoubt = 0.3;

/** Up to this distance, in standard deviations, rows and prior are apart by chance. */
const byChance = 2;

/** A chain that hides less than this share of the interval cannot be told from one that hides nothing. */
const seenShare = 0.2;

/**
 * Each row with two routes shows by how much its corrected spans fall short of its marginal cost. Together with the prior, weighted
 * by precision (the conjugate normal mean), they show by how much the path's spans fall short.
 */
export function hiddenTimer(rows: readonly TwoReadings[], pairs: Pairs): HiddenTimer {
  const chain = hiddenByChain(pairs.hiddenInChain);
  if (!chain) {
    const none = { mean: 0, deviation: priorShare * mean(pairs.interval) };
    return constant(withRows(none, rows), pairs.interval.length);
  }
  const share = shareOfPath(pairs);
  const most = mean(chain);
  const found = withRows(priorOf(most, share), rows);
  const varies = Number.isFinite(share.mean) ? share.mean : 0.5;
  return { ...found, ns: chain.map((ns) => found.mean + varies * (ns - most)) };
}

function constant(value: Normal, replicates: number): HiddenTimer {
  return { ...value, ns: Array.from({ length: replicates }, () => value.mean) };
}

/** What a chain hides in each replicate; the middle of all where one did not measure it; null where none did. */
function hiddenByChain(hidden: Column): Column | null {
  const known = hidden.filter(Number.isFinite);
  if (known.length === 0) return null;
  const middle = quantile(known, 0.5);
  return hidden.map((ns) => (Number.isFinite(ns) ? ns : middle));
}

/**
 * Which share of what a chain hides the path hides, by what a pair adds to it: two reads of the clock take about two intervals where
 * nothing is hidden, and `addedToChain` where all is. NaN where that cannot be seen.
 */
function shareOfPath({ interval, hotInterval, addedToChain, addedByPair }: Pairs): Normal {
  const shares = interval.flatMap((once, replicate) => {
    const hot = hotInterval[replicate] as number;
    const range = 2 * hot - (addedToChain[replicate] as number);
    const share = (2 * once - (addedByPair[replicate] as number)) / range;
    return range > 2 * seenShare * hot && Number.isFinite(share) ? [share] : [];
  });
  if (shares.length < 2) return { mean: Number.NaN, deviation: Number.NaN };
  return {
    mean: Math.min(1, Math.max(0, quantile(shares, 0.5))),
    deviation: standardDeviation(shares) / Math.sqrt(shares.length),
  };
}

/** Every path hides something between nothing and `most`, what a chain hides, and about `share` of it. */
function priorOf(most: number, share: Normal): Normal {
  const anything = { mean: most / 2, deviation: Math.abs(most) / 2 };
  if (!Number.isFinite(share.mean)) return anything;
  const seen = {
    mean: share.mean * most,
    deviation: Math.abs(most) * Math.hypot(shareDoubt, share.deviation),
  };
  return precisionMean([anything, seen]);
}

function withRows(prior: Normal, rows: readonly TwoReadings[]): Normal {
  const found = rows.flatMap(({ corrected, marginal, calls, doubt }) => {
    const short = marginal.map((ns, replicate) => (ns - (corrected[replicate] as number)) / calls);
    if (short.some(Number.isNaN)) return [];
    const error = standardDeviation(short) / Math.sqrt(short.length);
    return [{ mean: mean(short), deviation: Math.hypot(error, doubt.marginal / calls, doubt.span) }];
  });
  if (found.length === 0) return prior;
  // Rows share what makes loops unlike the path, so many rows together know no more than the most precise of them.
  const shown = { ...precisionMean(found), deviation: Math.min(...found.map((one) => one.deviation)) };
  return precisionMean([
    prior,
    { ...shown, deviation: Math.hypot(shown.deviation, beyondChance(prior, shown)) },
  ]);
}

/** What the two are further apart than chance: rows that are cheaper in a loop say nothing of the timer. */
function beyondChance(prior: Normal, shown: Normal): number {
  const expected = Math.hypot(prior.deviation, shown.deviation);
  return Math.max(0, Math.abs(shown.mean - prior.mean) - byChance * expected);
}
