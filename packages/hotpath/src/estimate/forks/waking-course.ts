import { collectionFree } from '../../model/measurement/collection-free.js';
import type {
  Batch,
  ForkMeasurement,
  Measurement,
  VariantMeasurement,
} from '../../model/measurement/measurement.js';
import { isPreempted } from '../../model/measurement/preemption.js';
import { slopeOfReadings } from '../../stats/regression.js';
import { quantile } from '../../stats/summary.js';
import { plannedVariants } from './planned-variants.js';

/** How the time of a path that waits follows the time that waking a thread takes. */
export interface WakingCourse {
  /** By how many per cent the path's time grows where waking takes one per cent more, 0 to 2. */
  readonly elasticity: number;
  /** The median waking time of the median fork, ns; NaN where the path does not wait. */
  readonly typical: number;
  /** The factor that brings a fork's times to what they would be if waking had taken the typical time. */
  factorOf(fork: ForkMeasurement): number;
}

/**
 * Waking time is a property of the machine, differs twofold between forks of one session, and is measured next to each batch. Where
 * the path's time follows it from one round of batches to the next, forks are compared as if waking had taken the typical time in
 * all of them: the ratio estimator of survey sampling (Cochran, Sampling Techniques, 3rd ed., chapter 6). Its exponent comes from
 * the rounds, since a path may wait for other things than threads (docs/adr/0024).
 */
export function followWaking(measurement: Measurement): WakingCourse {
  const medians = measurement.forks.map(medianWaking).filter(Number.isFinite);
  const typical = medians.length === 0 ? Number.NaN : quantile(medians, 0.5);
  const elasticity = elasticityOf(measurement.forks.flatMap((fork) => roundsOf(fork, measurement)));
  return {
    elasticity,
    typical,
    factorOf(fork) {
      const own = medianWaking(fork);
      return elasticity > 0 && Number.isFinite(own) ? (typical / own) ** elasticity : 1;
    },
  };
}

/** Median waking time of a fork, ns; NaN where the path does not wait. */
export function medianWaking({ variants }: ForkMeasurement): number {
  const times = wakingIn(variants.flatMap(({ batches }) => batches));
  return times.length === 0 ? Number.NaN : quantile(times, 0.5);
}

/** About one batch of each variant, close in time; logarithms of medians. */
interface Round {
  readonly whole: number;
  /** Waking time next to one half of the variants, and next to the other half. */
  readonly one: number;
  readonly other: number;
}

/**
 * Upper limit of the elasticity. A path's threads may sleep more deeply than the yardstick's thread, so the path may grow faster than
 * the waking time; a steeper slope is chance.
 */
const steepest = 2;

/** Fewest rounds from which an elasticity is derived. */
const fewestRounds = 8;

function elasticityOf(rounds: readonly Round[]): number {
  if (rounds.length < fewestRounds) return 0;
  const slope = slopeOfReadings(
    rounds.map(({ one }) => one),
    rounds.map(({ other }) => other),
    rounds.map(({ whole }) => whole),
  );
  return Number.isNaN(slope) ? 0 : Math.min(steepest, Math.max(0, slope));
}

/** Kinds of variants that run the path once per operation. */
const wholeKinds: readonly string[] = ['base', 'twin', 'timer', 'run', 'span'];

function roundsOf(fork: ForkMeasurement, { plan }: Measurement): Round[] {
  const { variants, batchOperations } = fork;
  const wholes = plannedVariants(fork, plan).filter(({ kind }) => wholeKinds.includes(kind));
  const [even, odd] = [0, 1].map((half) => variants.filter((_, index) => index % 2 === half));
  const count = Math.min(...variants.map(({ batches }) => batches.length));
  return Array.from({ length: count }, (_, round): Round => {
    const inRound = (some: readonly VariantMeasurement[] = []): Batch[] =>
      some.flatMap(({ batches }) =>
        batches.slice((round * batches.length) / count, ((round + 1) * batches.length) / count),
      );
    const free = collectionFree(inRound(wholes)).filter((batch) => !isPreempted(batch));
    return {
      whole: Math.log(
        quantile(
          free.map(({ wholeNs }) => wholeNs / batchOperations),
          0.5,
        ),
      ),
      one: Math.log(quantile(wakingIn(inRound(even)), 0.5)),
      other: Math.log(quantile(wakingIn(inRound(odd)), 0.5)),
    };
  }).filter((round) => Object.values(round).every((value) => !Number.isNaN(value)));
}

function wakingIn(batches: readonly Batch[]): number[] {
  return batches.flatMap(({ wakingNs }) => wakingNs ?? []);
}
