import { isPreempted } from '../../../model/measurement/preemption.js';
import { quantile } from '../../../stats/summary.js';
import type { MeasureJob } from '../../job.js';
import { type Candidate, runOperations, settle } from '../candidate.js';
import {
  createSchedulingClock,
  heapBytes,
  preemptedBetween,
  type Scheduling,
} from '../processor/disturbances.js';
import { createRestWatch } from './rest-watch.js';
import { type Trial, trialsOf } from './trial.js';
import { turnOperations } from './turn-length.js';
import { createWarmUpClock } from './warm-up-clock.js';

export interface WarmedUp {
  readonly trials: readonly Trial[];
  /** Of the median trial. */
  readonly nsPerOperation: number;
  /** Of the whole (path, operation or other path) that allocates most. */
  readonly bytesPerOperation: number;
}

/** Extra runs of a repeated place while it is warmed up. */
const pilotRepeats = 8;

/** Extra runs should add this share of the whole to it. */
const wantedGrowth = 0.5;

const mostRepeats = 64;

/** A trial while it is warmed up. */
interface Warming {
  readonly trial: Trial;
  /** How many trials its candidate has: they run the same code, and warm it up together. */
  readonly shared: number;
  /** ns per operation and growth of the heap in bytes per operation, one value per turn. */
  readonly times: number[];
  readonly bytes: number[];
}

/** Runs all variants in alternating turns until they are warm; the last turns decide how often places are repeated. */
export async function warmUp(
  candidates: readonly Candidate[],
  job: MeasureJob,
  alive: (done: number) => void,
): Promise<WarmedUp> {
  const warming = candidates.flatMap((candidate) => {
    const trials = trialsOf(candidate, pilotRepeats);
    return trials.map((trial): Warming => ({ trial, shared: trials.length, times: [], bytes: [] }));
  });
  let [done, slowestNs] = [0, Number.NaN];
  const isOver = createWarmUpClock(job, candidates.length);
  const rest = createRestWatch(job.warmUpGoal);
  const scheduling = createSchedulingClock();
  do {
    const operations = turnOperations(slowestNs, job.waits);
    done += operations;
    slowestNs = 0;
    for (const one of warming) {
      const { ns, preempted } = await turn(one, operations, scheduling);
      if (isWhole(one)) slowestNs = Math.max(slowestNs, ns);
      if (one.trial.candidate.variant.kind === 'base' && !preempted) rest.add(ns, done);
    }
    alive(0);
  } while (!isOver(done, rest.wanted()));
  return warmedUp(candidates, warming);
}

function warmedUp(candidates: readonly Candidate[], warming: readonly Warming[]): WarmedUp {
  const ends = new Map(warming.map(({ trial, times }) => [trial, late(times)]));
  const middle = [...ends.values()].sort((a, b) => a - b)[ends.size >> 1] as number;
  const trials = candidates.flatMap((candidate) => trialsOf(candidate, repeatsFor(candidate, ends)));
  // The median, because a collection makes the growth of a turn negative.
  const growths = warming.filter(isWhole).map(({ bytes }) => quantile(bytes.slice(-16), 0.5));
  return { trials, nsPerOperation: middle, bytesPerOperation: Math.max(0, ...growths) };
}

/** Whether it is the untouched path, or another operation or path. */
function isWhole({ trial }: Warming): boolean {
  const { kind } = trial.candidate.variant;
  return kind === 'base' || kind === 'operation' || kind === 'other';
}

/** Runs a trial for its part of its candidate's turn, which has `all` operations in all trials together. */
async function turn(
  { trial, shared, times, bytes }: Warming,
  all: number,
  scheduling: () => Scheduling | null,
): Promise<{ readonly ns: number; readonly preempted: boolean }> {
  const { candidate, repeats } = trial;
  const operations = Math.ceil(all / shared);
  candidate.runtime.repeat(repeats);
  const before = heapBytes();
  const from = scheduling();
  const wholeNs = await runOperations(candidate, operations);
  const preempted = isPreempted({ wholeNs, preemptedNs: preemptedBetween(from, scheduling()) });
  bytes.push((heapBytes() - before) / operations);
  const ns = wholeNs / operations;
  times.push(ns);
  candidate.runtime.take();
  await settle(candidate);
  return { ns, preempted };
}

/** The fastest of the last turns: the least disturbed. */
function late(seen: readonly number[]): number {
  return Math.min(...seen.slice(-8));
}

/** Extra runs with which the whole grows by the wanted share of itself, at least one. */
function repeatsFor(candidate: Candidate, ends: ReadonlyMap<Trial, number>): number {
  if (candidate.variant.kind !== 'repeat') return 0;
  const own = [...ends].filter(([trial]) => trial.candidate === candidate);
  const [once, more] = own.map(([, ns]) => ns);
  if (once === undefined || more === undefined) return 0;
  const cost = Math.max((more - once) / pilotRepeats, once / 1000);
  return Math.max(1, Math.min(mostRepeats, Math.round((wantedGrowth * once) / cost)));
}
