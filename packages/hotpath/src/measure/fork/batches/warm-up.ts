import { skipPeriods } from '../../../model/measurement/plan.js';
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
import { turnOperations } from './turn-length.js';
import { createWarmUpClock } from './warm-up-clock.js';

/** What a candidate is measured with: its place runs `repeats` more times in each execution, or in one of so many. */
export interface Trial {
  readonly candidate: Candidate;
  readonly repeats: number;
}

export interface WarmedUp {
  readonly trials: readonly Trial[];
  /** Of the middle trial. */
  readonly nsPerOperation: number;
  /** Of the path without probes, or of the operation beside it that allocates most. */
  readonly bytesPerOperation: number;
}

/** Turns of a repeated place while it is warmed up. */
const pilotRepeats = 8;

/** What repeats should add to the whole, as a share of it. */
const wantedGrowth = 0.5;

const mostRepeats = 64;

/** A trial while it is warmed up. */
interface Warming {
  readonly trial: Trial;
  /** How many trials its candidate has: they run the same code, and warm it up together. */
  readonly shared: number;
  /** ns an operation, and by how many bytes the heap grew, a value a turn. */
  readonly times: number[];
  readonly bytes: number[];
}

/** Runs each variant for its share of the warm-up, by turns; the last turns decide how often places are repeated. */
export async function warmUp(
  candidates: readonly Candidate[],
  job: MeasureJob,
  alive: (done: number) => void,
): Promise<WarmedUp> {
  const warming = candidates.flatMap((candidate) => {
    const trials = trialsOf(candidate, pilotRepeats);
    return trials.map((trial): Warming => ({ trial, shared: trials.length, times: [], bytes: [] }));
  });
  let [done, dearestNs] = [0, Number.NaN];
  const isOver = createWarmUpClock(job, candidates.length);
  const rest = createRestWatch(job.warmUpGoal);
  const scheduling = createSchedulingClock();
  do {
    const operations = turnOperations(dearestNs, job.waits);
    done += operations;
    dearestNs = 0;
    for (const one of warming) {
      const { ns, preempted } = await turn(one, operations, scheduling);
      if (isWhole(one)) dearestNs = Math.max(dearestNs, ns);
      if (one.trial.candidate.variant.kind === 'base' && !preempted) rest.add(ns, done);
    }
    alive(0);
  } while (!isOver(done, rest.wanted()));
  const ends = new Map(warming.map(({ trial, times }) => [trial, late(times)]));
  const middle = [...ends.values()].sort((a, b) => a - b)[ends.size >> 1] as number;
  const trials = candidates.flatMap((candidate) => trialsOf(candidate, repeatsFor(candidate, ends)));
  // A collection makes the growth of one turn less than nothing.
  const growths = warming.filter(isWhole).map(({ bytes }) => quantile(bytes.slice(-16), 0.5));
  return { trials, nsPerOperation: middle, bytesPerOperation: Math.max(0, ...growths) };
}

/** Whether it is the untouched path, or what stands beside it as a whole. */
function isWhole({ trial }: Warming): boolean {
  const { kind } = trial.candidate.variant;
  return kind === 'base' || kind === 'operation' || kind === 'other';
}

/** Runs a trial for its part of its candidate's turn, which is as many operations for `all` of them. */
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

function trialsOf(candidate: Candidate, repeats: number): Trial[] {
  const once = { candidate, repeats: 0 };
  switch (candidate.variant.kind) {
    case 'repeat':
      return [once, { candidate, repeats }];
    case 'skip':
      return [once, ...skipPeriods.map((period) => ({ candidate, repeats: period }))];
    default:
      return [once];
  }
}

/** The quickest of the last turns: the least disturbed. */
function late(seen: readonly number[]): number {
  return Math.min(...seen.slice(-8));
}

/** So many repeats that the whole grows by the wanted share of itself, at least one. */
function repeatsFor(candidate: Candidate, ends: ReadonlyMap<Trial, number>): number {
  if (candidate.variant.kind !== 'repeat') return 0;
  const own = [...ends].filter(([trial]) => trial.candidate === candidate);
  const [once, more] = own.map(([, ns]) => ns);
  if (once === undefined || more === undefined) return 0;
  const cost = Math.max((more - once) / pilotRepeats, once / 1000);
  return Math.max(1, Math.min(mostRepeats, Math.round((wantedGrowth * once) / cost)));
}
