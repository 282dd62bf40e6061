import { UserError } from '../../errors.js';
import { isNode } from '../processes/find-target.js';
import { descendants } from '../processes/process-table.js';
import { systemProcesses } from '../processes/system-processes.js';
import { type Attachment, attach } from './attachment.js';
import { gone } from './conversation.js';
import { cutShort } from './cut-short.js';
import { departure } from './departure.js';
import { type Sampling, sampleThreads, type ThreadSamples } from './sample-threads.js';

/** Which running processes are recorded, and how. */
export interface RunningRecording {
  readonly pid: number;
  readonly intervalUs: number;
  /** Infinity: until the signal is aborted or the process ends. */
  readonly durationMs: number;
  /** How often samples are collected from a process, ms; left out: every ten seconds. */
  readonly turnMs?: number;
  /** Whether its Node subprocesses are recorded, too. */
  readonly subprocesses: boolean;
  /** Ends the recording. */
  readonly signal: AbortSignal;
  /** Receives samples every few seconds and at the end. */
  readonly take: (samples: readonly ThreadSamples[]) => void;
  /** Receives problems that the user should know about. */
  readonly note: (problem: UserError) => void;
  /** Called once, when recording has started. */
  readonly started: (process: Pick<Attachment, 'command' | 'version'>) => void;
}

/** A process that is being recorded. */
interface Recorder {
  readonly attachment: Attachment;
  readonly sampling: Sampling;
}

/** Collecting samples bounds their memory, and what is lost if the process is killed. */
const usualTurnMs = 10_000;
const lookForChildrenMs = 500;

/** Records running processes, and returns whether the first one ended by itself. Throws a UserError if attaching to the first process fails. */
export async function recordProcesses(recording: RunningRecording): Promise<boolean> {
  const { pid, durationMs, subprocesses, signal } = recording;
  const root = await recorder(pid, recording);
  recording.started(root.attachment);
  const enough = Number.isFinite(durationMs) ? [AbortSignal.timeout(durationMs)] : [];
  const failed = new AbortController();
  const over = AbortSignal.any([
    ...[signal, root.sampling.ending, root.attachment.closed, failed.signal],
    ...enough,
  ]);
  const below = subprocesses ? recordBelow(pid, recording, over) : Promise.resolve();
  below.catch(() => failed.abort());
  // Both end before a problem of one is passed on, because both restore processes when they end.
  const [own, others] = await Promise.allSettled([record(root, recording, over), below]);
  if (others.status === 'rejected') throw others.reason;
  if (own.status === 'rejected') throw own.reason;
  return own.value;
}

async function recorder(pid: number, { intervalUs, subprocesses }: RunningRecording): Promise<Recorder> {
  const attachment = await attach(pid, subprocesses);
  try {
    return { attachment, sampling: await sampleThreads(attachment, intervalUs) };
  } catch (problem) {
    await attachment.detach();
    throw problem;
  }
}

/** Returns whether the process ended by itself. */
async function record(
  { attachment, sampling }: Recorder,
  { take, note, turnMs = usualTurnMs }: RunningRecording,
  over: AbortSignal,
): Promise<boolean> {
  const stop = AbortSignal.any([over, sampling.ending, attachment.closed]);
  try {
    while (!(await cutShort(turnMs, stop))) take(await sampling.turn());
    take(await sampling.end());
    for (const problem of sampling.silent()) note(problem);
    const left = await departure(attachment, sampling);
    if (left === 'closed') note(gone(attachment.main.who));
    return left === 'ended';
  } finally {
    await attachment.detach();
  }
}

/** Records the Node subprocesses of a process, including those that start later. They open their inspectors one after another. */
async function recordBelow(pid: number, recording: RunningRecording, over: AbortSignal): Promise<void> {
  const table = systemProcesses();
  const known = new Set<number>();
  const recordings: Promise<boolean>[] = [];
  do {
    for (const child of descendants(table, pid)) {
      const found = known.has(child) ? null : table.look(child);
      known.add(child);
      if (!found || found.hasEnded || !isNode(found) || over.aborted) continue;
      try {
        recordings.push(record(await recorder(child, recording), recording, over));
      } catch (problem) {
        if (!(problem instanceof UserError)) throw problem;
        // A subprocess that has ended in the meantime is not a problem.
        if (table.look(child)) recording.note(problem);
      }
    }
  } while (!(await cutShort(lookForChildrenMs, over)));
  await Promise.all(recordings);
}
