import type { Batch, ForkMeasurement, Measurement } from '../../model/measurement/measurement.js';
import { isPreempted } from '../../model/measurement/preemption.js';
import type { Waking } from '../../model/report/circumstances.js';
import { slopeOfReadings } from '../../stats/regression.js';
import { quantile } from '../../stats/summary.js';

/** What it took to wake a thread and be woken by it; null where the path does not wait. */
export function findWaking(measurement: Measurement): Waking | null {
  const medians = measurement.forks.map(medianWaking).filter(Number.isFinite);
  if (medians.length === 0) return null;
  const { typical, elasticity } = followWaking(measurement);
  const asleep = measurement.forks.flatMap(({ asleepNs }) => asleepNs ?? []);
  return {
    quickest: Math.min(...medians),
    typical,
    elasticity,
    asleep: asleep.length === 0 ? null : quantile(asleep, 0.5),
  };
}

/** How the time of a path that waits follows what waking takes. */
export interface WakingCourse {
  /** By how many per cent the path's time grows where waking takes one more, 0 to 2. */
  readonly elasticity: number;
  /** What waking took in the middle process, ns. */
  readonly typical: number;
  /** What makes a fork's times as they would be if waking had taken what is typical. */
  factorOf(fork: ForkMeasurement): number;
}

/**
 * What waking takes is the machine's, differs twofold between processes of one run, and is measured beside each batch. Where the
 * path's time follows it from one round of batches to the next, processes are compared as if all had found what is typical:
 * the ratio estimator of survey sampling (Cochran, Sampling Techniques, 3rd ed., chapter 6), with the exponent that the rounds
 * tell, since a path may wait for other things than threads (docs/adr/0024).
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

/** One batch of each variant, about, close in time; logarithms. */
interface Round {
  readonly whole: number;
  /** What waking took beside one half of the variants, and beside the other. */
  readonly readings: readonly [number, number];
}

/** Threads of a path may sleep deeper than the yardstick's, so that it grows faster than what it waits for; beyond this it is chance. */
const steepest = 2;

/** With fewer rounds nothing is said of how times follow waking. */
const fewestRounds = 8;

function elasticityOf(rounds: readonly Round[]): number {
  if (rounds.length < fewestRounds) return 0;
  const [one, other] = [0, 1].map((half) => rounds.map(({ readings }) => readings[half] as number));
  const slope = slopeOfReadings(
    one as number[],
    other as number[],
    rounds.map(({ whole }) => whole),
  );
  return Number.isNaN(slope) ? 0 : Math.min(steepest, Math.max(0, slope));
}

const wholeKinds: readonly string[] = ['base', 'twin', 'timer', 'run', 'span'];

function roundsOf(fork: ForkMeasurement, { plan }: Measurement): Round[] {
  const { variants, batchOperations } = fork;
  const planned = plan.forks[fork.index]?.variants ?? [];
  const kindOf = (id: string): string => planned.find((variant) => variant.id === id)?.kind ?? '';
  const wholes = variants.filter(({ id }) => wholeKinds.includes(kindOf(id)));
  const halves = [0, 1].map((half) => variants.filter((_, index) => index % 2 === half));
  const count = Math.min(...variants.map(({ batches }) => batches.length));
  return Array.from({ length: count }, (_, round) => {
    const inRound = ({ batches }: { readonly batches: readonly Batch[] }): readonly Batch[] =>
      batches.slice((round * batches.length) / count, ((round + 1) * batches.length) / count);
    const clean = wholes
      .flatMap(inRound)
      .filter((batch) => batch.collections === 0 && !isPreempted(batch))
      .map(({ wholeNs }) => wholeNs / batchOperations);
    const readings = halves.map((half) => half.flatMap(inRound).flatMap(({ wakingNs }) => wakingNs ?? []));
    return [clean, ...readings];
  })
    .filter((lists) => lists.every((list) => list.length > 0))
    .map((lists) => lists.map((list) => Math.log(quantile(list, 0.5))) as [number, number, number])
    .map(([whole, ...readings]) => ({ whole, readings }));
}

/** NaN where the path does not wait. */
function medianWaking({ variants }: ForkMeasurement): number {
  const times = variants.flatMap(({ batches }) => batches.flatMap(({ wakingNs }) => wakingNs ?? []));
  return times.length === 0 ? Number.NaN : quantile(times, 0.5);
}
