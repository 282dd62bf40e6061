import { routesDisagree } from '../../../model/report/discord.js';
import type { Column } from '../../../stats/columns.js';
import type { Measured } from '../../../stats/measured.js';
import { type Normal, precisionMean } from '../../../stats/normal.js';
import { mean, standardDeviation } from '../../../stats/summary.js';

/** The routes of a row that count; spans always do. */
export interface Evidences {
  readonly spans: Measured;
  readonly outside: Measured | null;
  readonly marginal: Measured | null;
  readonly sampled: Measured | null;
}

export type RouteName = keyof Evidences;

export interface Combined extends Measured {
  /** Each route's weight; they add up to 1. */
  readonly weights: Readonly<Partial<Record<RouteName, number>>>;
  /** Distance of the spans from the other routes, in its standard deviations; null with spans alone. A route at odds is not counted. */
  readonly discord: number | null;
  /** The route that the others contradict, if there are at least three; else null. */
  readonly atOdds: RouteName | null;
}

/** Up to this distance, in standard deviations, routes are apart by chance, as one pair in seven is. */
const byChance = 1.5;

interface Reading extends Normal {
  readonly route: RouteName;
  readonly evidence: Measured;
}

/**
 * The mean of all routes, each weighted by the inverse of its variance, systematic errors included (the random-effects mean of
 * meta-analysis; DerSimonian and Laird, Meta-analysis in clinical trials, 1986). What routes are further apart than their doubts allow
 * is added to the variance of one of them: with three or more, of the one that the others contradict; with two, of the one that is
 * not spans, because spans are measured in place.
 */
export function combine(evidences: Evidences): Combined {
  const spans = readingOf('spans', evidences.spans);
  const others = othersOf(evidences);
  const readings = [spans, ...others];
  if (readings.length === 1)
    return { ...evidences.spans, weights: { spans: 1 }, discord: null, atOdds: null };
  const odd = mostContradicted(readings);
  const counted = readings.map((one) => (one === odd.reading ? { ...one, deviation: odd.deviation } : one));
  const precisions = counted.map(({ deviation }) => 1 / deviation ** 2);
  const sum = precisions.reduce((all, precision) => all + precision, 0);
  const weights = precisions.map((precision) => precision / sum);
  const atOdds = readings.length > 2 && routesDisagree(odd.distance) ? odd.reading.route : null;
  const besides = ({ route }: Reading): boolean => atOdds === 'spans' || route !== atOdds;
  const discord = distanceOf(spans, others.filter(besides));
  return {
    values: weightedMean(
      readings.map(({ evidence }) => evidence.values),
      weights,
    ),
    systematic: Math.hypot(
      jointError(readings, weights),
      (Math.max(0, discord.distance - byChance) * discord.expected) / 2,
    ),
    weights: Object.fromEntries(readings.map(({ route }, index) => [route, weights[index]])),
    discord: discord.distance,
    atOdds,
  };
}

function othersOf({ outside, marginal, sampled }: Evidences): Reading[] {
  return [
    ...(outside ? [readingOf('outside', outside)] : []),
    ...(marginal ? [readingOf('marginal', marginal)] : []),
    ...(sampled ? [readingOf('sampled', sampled)] : []),
  ];
}

function readingOf(route: RouteName, evidence: Measured): Reading {
  const { values, systematic } = evidence;
  const sampling = standardDeviation(values) / Math.sqrt(values.length);
  return { route, evidence, mean: mean(values), deviation: Math.hypot(sampling, systematic) };
}

/** A reading that the others contradict. */
interface Odd {
  readonly reading: Reading;
  /** Its distance from the mean of the others, in standard deviations. */
  readonly distance: number;
  /** Its deviation with what that distance exceeds. */
  readonly deviation: number;
}

function mostContradicted(readings: readonly Reading[]): Odd {
  const candidates = readings.length > 2 ? readings : readings.filter(({ route }) => route !== 'spans');
  const odds = candidates.map((reading) => {
    const others = readings.filter((one) => one !== reading);
    const { distance, expected } = distanceOf(reading, others);
    const excess = Math.max(0, (distance * expected) ** 2 - expected ** 2);
    const odd = { reading, distance, deviation: Math.sqrt(reading.deviation ** 2 + excess) };
    return { odd, disagreement: disagreement(others) };
  });
  return odds.reduce((best, one) => (one.disagreement < best.disagreement ? one : best)).odd;
}

/** Cochran's Q: by how much readings differ from their mean, in variances. */
function disagreement(readings: readonly Reading[]): number {
  const centre = precisionMean(readings).mean;
  return readings.reduce((sum, one) => sum + ((one.mean - centre) / one.deviation) ** 2, 0);
}

/** How far a reading is from others: in standard deviations of that distance, and these in ns. */
function distanceOf(reading: Reading, others: readonly Reading[]): { distance: number; expected: number } {
  const rest = precisionMean(others);
  const expected = Math.hypot(reading.deviation, rest.deviation);
  return { distance: Math.abs(reading.mean - rest.mean) / expected, expected };
}

/**
 * The systematic error of the weighted mean. Spans, outside and marginal cost share what is known of the hidden timer, so their
 * errors add up; samples know nothing of it.
 */
function jointError(readings: readonly Reading[], weights: readonly number[]): number {
  let timed = 0;
  let sampled = 0;
  readings.forEach(({ route, evidence: { systematic } }, index) => {
    const error = (weights[index] as number) * systematic;
    if (route === 'sampled') sampled += error;
    else timed += error;
  });
  return Math.hypot(timed, sampled);
}

function weightedMean(columns: readonly Column[], weights: readonly number[]): Column {
  const [first = []] = columns;
  return first.map((_, replicate) =>
    columns.reduce(
      (sum, column, index) => sum + (weights[index] as number) * (column[replicate] as number),
      0,
    ),
  );
}
