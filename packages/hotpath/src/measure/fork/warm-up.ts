import { quantile } from '../../stats/summary.js';
import type { MeasureJob } from '../job.js';
import { type Candidate, runOperations, settle } from './candidate.js';
import { heapBytes, now } from './disturbances.js';

/** What a candidate is measured with: its place runs `repeats` more times in each execution. */
export interface Trial {
  readonly candidate: Candidate;
  readonly repeats: number;
}

export interface WarmedUp {
  readonly trials: readonly Trial[];
  /** Of the middle trial. */
  readonly nsPerOperation: number;
  /** Of the path without probes. */
  readonly bytesPerOperation: number;
}

const operations = 64;

/** Turns of a repeated place while it is warmed up. */
const pilotRepeats = 8;

/** What repeats should add to the whole, as a share of it. */
const wantedGrowth = 0.5;

const mostRepeats = 64;

/** Runs each variant for its share of the warm-up, by turns; the last turns decide how often places are repeated. */
export async function warmUp(
  candidates: readonly Candidate[],
  job: MeasureJob,
  alive: (done: number) => void,
): Promise<WarmedUp> {
  const pilots = candidates.flatMap((candidate) => trialsOf(candidate, pilotRepeats));
  const times = new Map<Trial, number[]>(pilots.map((trial) => [trial, []]));
  const bytes: number[] = [];
  const deadline = now() + job.warmUpMs * pilots.length;
  do {
    for (const [trial, seen] of times) {
      trial.candidate.runtime.repeat(trial.repeats);
      const before = heapBytes();
      seen.push((await runOperations(trial.candidate, operations)) / operations);
      if (trial.candidate.variant.kind === 'base') bytes.push((heapBytes() - before) / operations);
      trial.candidate.runtime.take();
      await settle(trial.candidate);
    }
    alive(0);
  } while (now() < deadline);
  const ends = new Map([...times].map(([trial, seen]) => [trial, late(seen)]));
  const middle = [...ends.values()].sort((a, b) => a - b)[ends.size >> 1] as number;
  const trials = candidates.flatMap((candidate) => trialsOf(candidate, repeatsFor(candidate, ends)));
  // A collection makes the growth of one turn less than nothing.
  return { trials, nsPerOperation: middle, bytesPerOperation: Math.max(0, quantile(bytes.slice(-16), 0.5)) };
}

function trialsOf(candidate: Candidate, repeats: number): Trial[] {
  const once = { candidate, repeats: 0 };
  return candidate.variant.kind === 'repeat' ? [once, { candidate, repeats }] : [once];
}

/** The quickest of the last turns: the least disturbed. */
function late(seen: readonly number[]): number {
  return Math.min(...seen.slice(-8));
}

/** So many repeats that the whole grows by the wanted share of itself, at least one. */
function repeatsFor(candidate: Candidate, ends: ReadonlyMap<Trial, number>): number {
  const own = [...ends].filter(([trial]) => trial.candidate === candidate);
  const [once, more] = own.map(([, ns]) => ns);
  if (once === undefined || more === undefined) return 0;
  const cost = Math.max((more - once) / pilotRepeats, once / 1000);
  return Math.max(1, Math.min(mostRepeats, Math.round((wantedGrowth * once) / cost)));
}
