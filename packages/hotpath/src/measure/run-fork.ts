import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Launch, launchFlags, registerFlags } from './fork-flags.js';
import type { Failure, ForkLog, SentMessage } from './fork-message.js';
import type { ForkJob } from './job.js';
import { jobVariable } from './loader/addresses.js';

export interface ForkSettings {
  /** Ends the fork when aborted. */
  readonly signal: AbortSignal | undefined;
  /** How long a fork may be silent, ms. */
  readonly silenceMs: number;
}

/** Thrown when the user stopped the session. */
export class Interrupted extends Error {}

/** A fork that has ended. */
export interface EndedFork {
  /** Process id; undefined where the process could not be started. */
  readonly pid: number | undefined;
  /** Flags of Node and V8 that were chosen for this fork, without those of every fork. */
  readonly flags: readonly string[];
  /** From its start to its end as its parent saw them, ms. */
  readonly tookMs: number;
  readonly outcome: Outcome;
  readonly exit: Exit;
  /** The last of what it wrote to stderr. */
  readonly stderr: string;
}

/** How a fork ended, as its parent saw it. */
export type Outcome =
  | { readonly kind: 'result'; readonly value: unknown; readonly log: ForkLog }
  | (Failure & { readonly kind: 'failed'; readonly log: ForkLog })
  | { readonly kind: 'ended' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'interrupted' };

/** Exit code or signal; both null where the process had not ended by itself. */
export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
}

const mainFile = fileURLToPath(new URL('./fork/main.js', import.meta.url));
const keptStderr = 16_384;

/** A fork that has sent its result may take this long to end, ms. */
const lastWordsMs = 3000;

/**
 * Runs one job in a fork and waits for its end. The path's standard output is discarded: it would mix with ours.
 * Throws Interrupted when the session was stopped before the fork began.
 */
export async function runFork(
  job: ForkJob,
  jobFile: string,
  settings: ForkSettings,
  launch: Launch = {},
  progress: (done: number) => void = () => {},
): Promise<EndedFork> {
  if (settings.signal?.aborted) throw new Interrupted();
  writeFileSync(jobFile, JSON.stringify(job));
  const startMs = performance.now();
  const flags = launchFlags(launch);
  const child = fork(mainFile, [jobFile], {
    execArgv: [...registerFlags, ...flags],
    env: { ...process.env, [jobVariable]: jobFile },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  const stderr = keepTail(child);
  const { outcome, exit } = await waitFor(child, settings, progress);
  return { pid: child.pid, flags, tookMs: performance.now() - startMs, outcome, exit, stderr: stderr() };
}

function waitFor(
  child: ChildProcess,
  settings: ForkSettings,
  progress: (done: number) => void,
): Promise<Pick<EndedFork, 'outcome' | 'exit'>> {
  return new Promise((resolve) => {
    let timer = setTimeout(() => {}, 0);
    let result: Outcome | null = null;
    const finish = (outcome: Outcome, exit: Exit = { code: null, signal: null }): void => {
      clearTimeout(timer);
      settings.signal?.removeEventListener('abort', interrupt);
      if (outcome.kind !== 'ended') child.kill('SIGKILL');
      resolve({ outcome, exit });
    };
    // The fork ends by itself, so that all that it writes is complete; but it may not take forever.
    const awaitEnd = (outcome: Outcome): void => {
      result = outcome;
      clearTimeout(timer);
      timer = setTimeout(() => finish(outcome), lastWordsMs);
    };
    const interrupt = (): void => finish({ kind: 'interrupted' });
    const listen = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => finish({ kind: 'silent' }), settings.silenceMs);
    };
    settings.signal?.addEventListener('abort', interrupt);
    child.on('message', (sent: Partial<SentMessage> | null) => {
      // The path may send messages of its own.
      const message = sent?.hotpath;
      if (message === undefined) return;
      listen();
      if (message.type === 'alive') progress(message.done);
      else if (message.type === 'failed') finish({ kind: 'failed', ...message });
      else awaitEnd({ kind: 'result', ...message });
    });
    child.on('error', () => finish({ kind: 'ended' }));
    child.on('close', (code, signal) => finish(result ?? { kind: 'ended' }, { code, signal }));
    listen();
  });
}

function keepTail(child: ChildProcess): () => string {
  let tail = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-keptStderr);
  });
  return () => tail;
}
