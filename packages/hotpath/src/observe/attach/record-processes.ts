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
  /** May be Infinity: until the signal, or the process's end. */
  readonly durationMs: number;
  /** Whether the Node processes below it are recorded, too. */
  readonly subprocesses: boolean;
  /** Ends the recording. */
  readonly signal: AbortSignal;
  /** Gets samples as they come, and once more at the end. */
  readonly take: (samples: readonly ThreadSamples[]) => void;
  /** Gets what the user should know. */
  readonly note: (problem: UserError) => void;
  /** The process is found, and recorded from now on. */
  readonly begun: (process: Pick<Attachment, 'command' | 'version'>) => void;
}

/** A process under recording, until it is told to be over. */
interface Recorder {
  readonly attachment: Attachment;
  readonly sampling: Sampling;
}

/** What a process has sampled leaves it so often: it holds no more of it, and no more is lost if it is killed. */
const turnMs = 10_000;
const lookForChildrenMs = 500;

/** Records running processes; gives whether the first one ended by itself. Throws a UserError where it cannot begin. */
export async function recordProcesses(recording: RunningRecording): Promise<boolean> {
  const { pid, durationMs, subprocesses, signal } = recording;
  const root = await recorder(pid, recording);
  recording.begun(root.attachment);
  const enough = Number.isFinite(durationMs) ? [AbortSignal.timeout(durationMs)] : [];
  const over = AbortSignal.any([signal, root.sampling.ending, root.attachment.closed, ...enough]);
  const [hasEnded] = await Promise.all([
    record(root, recording, over),
    subprocesses ? recordBelow(pid, recording, over) : null,
  ]);
  return hasEnded;
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

/** Gives whether the process ended meanwhile. */
async function record(
  { attachment, sampling }: Recorder,
  { take, note }: RunningRecording,
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

/** Records the Node processes below another one, those that start later too. One after the other opens its inspector. */
async function recordBelow(pid: number, recording: RunningRecording, over: AbortSignal): Promise<void> {
  const table = systemProcesses();
  const known = new Set<number>();
  const under: Promise<boolean>[] = [];
  do {
    for (const child of descendants(table, pid)) {
      const found = known.has(child) ? null : table.look(child);
      known.add(child);
      if (!found || found.hasEnded || !isNode(found) || over.aborted) continue;
      try {
        under.push(record(await recorder(child, recording), recording, over));
      } catch (problem) {
        if (!(problem instanceof UserError)) throw problem;
        // One that has ended meanwhile is no trouble.
        if (table.look(child)) recording.note(problem);
      }
    }
  } while (!(await cutShort(lookForChildrenMs, over)));
  await Promise.all(under);
}
