import { join } from 'node:path';
import { seededRandom, shuffled } from 'hotpath/stats';
import type { OutcomeOf, Part } from './child/job.js';
import { type Participant, runJob } from './participant.js';
import { type Effort, planJob } from './plan.js';

export interface ComparisonSettings {
  readonly parts: readonly Part[];
  readonly rounds: number;
  readonly effort: Effort;
  readonly seed: number;
  /** A folder for the files of checks and bursts. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Called before each process. */
  readonly onProgress: (text: string) => void;
}

/** A logger that is not in the comparison, or not any more. */
export interface LeftOut {
  readonly name: string;
  readonly reason: string;
}

/** The outcomes of one part, round by round; every round has the same loggers. */
export type Rounds<P extends Part> = readonly ReadonlyMap<string, OutcomeOf<P>>[];

export interface Comparison {
  readonly throughput: Rounds<'throughput'>;
  readonly slowSink: Rounds<'slow-sink'>;
  readonly burst: Rounds<'burst'>;
  readonly leftOut: readonly LeftOut[];
  /** Loggers that take part but cannot write to the slow sink. */
  readonly withoutSink: readonly string[];
}

/** Checks that every logger delivers, then measures those that do. After an interrupt it returns the complete rounds. */
export async function compareLoggers(
  participants: readonly Participant[],
  settings: ComparisonSettings,
): Promise<Comparison> {
  const leftOut: LeftOut[] = [];
  const delivering = await checkDelivery(participants, settings, leftOut);
  const random = seededRandom(settings.seed);
  const rounds = <P extends Part>(part: P, able = delivering): Promise<Rounds<P>> =>
    settings.parts.includes(part) ? measurePart(part, able, settings, random, leftOut) : Promise.resolve([]);
  return {
    throughput: await rounds('throughput'),
    slowSink: await rounds(
      'slow-sink',
      delivering.filter(({ slow }) => slow),
    ),
    burst: await rounds('burst'),
    leftOut,
    withoutSink: delivering.filter(({ slow }) => !slow).map(({ name }) => name),
  };
}

async function checkDelivery(
  participants: readonly Participant[],
  settings: ComparisonSettings,
  leftOut: LeftOut[],
): Promise<Participant[]> {
  const delivering: Participant[] = [];
  for (const participant of participants) {
    const { name } = participant;
    const job = planJob('check', participant, settings.effort, join(settings.folder, name));
    settings.onProgress(`delivery check: ${name}`);
    try {
      const { lines } = await runJob(participant, job, settings.signal);
      if (lines === job.calls) delivering.push(participant);
      else leftOut.push({ name, reason: `${lines} of ${job.calls} lines arrived` });
    } catch (problem) {
      if (settings.signal.aborted) return [];
      leftOut.push({ name, reason: (problem as Error).message });
    }
  }
  return delivering;
}

async function measurePart<P extends Part>(
  part: P,
  participants: readonly Participant[],
  settings: ComparisonSettings,
  random: () => number,
  leftOut: LeftOut[],
): Promise<Rounds<P>> {
  const rounds: ReadonlyMap<string, OutcomeOf<P>>[] = [];
  const failed = new Set<string>();
  for (let round = 1; round <= settings.rounds && !settings.signal.aborted; round++) {
    const outcomes = new Map<string, OutcomeOf<P>>();
    for (const participant of shuffled(participants, random)) {
      const { name } = participant;
      if (failed.has(name) || settings.signal.aborted) continue;
      settings.onProgress(`${part}, round ${round} of ${settings.rounds}: ${name}`);
      const job = planJob(part, participant, settings.effort, join(settings.folder, name));
      try {
        outcomes.set(name, await runJob(participant, job, settings.signal));
      } catch (problem) {
        if (settings.signal.aborted) break;
        failed.add(name);
        leftOut.push({ name, reason: `${part} failed: ${(problem as Error).message}` });
      }
    }
    if (!settings.signal.aborted) rounds.push(outcomes);
  }
  return rounds.map((round) => new Map([...round].filter(([name]) => !failed.has(name))));
}
