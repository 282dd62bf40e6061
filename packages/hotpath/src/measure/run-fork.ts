import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitCode, UserError } from '../errors.js';
import { type ForkJob, type ForkMessage, jobVariable, type Phase } from './job.js';
import { loaderFlags } from './loader/node-20-loader.js';

export interface ForkSettings {
  /** Ends the fork when aborted. */
  readonly signal: AbortSignal | undefined;
  /** How long a fork may be silent, ms. */
  readonly silenceMs: number;
  /** Folder in which V8 logs what it compiles; none: it does not. */
  readonly codeLog?: string;
  /** Whether its young generation is as large from the beginning as it becomes in a program that runs for long. */
  readonly isGrown?: boolean;
}

const mainFile = fileURLToPath(new URL('./fork/main.js', import.meta.url));
const registerUrl = new URL('./loader/register.js', import.meta.url).href;
const keptStderr = 16_384;
const lastWordsMs = 3000;

/** Thrown when the user stopped the session. */
export class Interrupted extends Error {}

/**
 * Runs one job in a process of its own and gives its result. Standard output of the path goes nowhere: it
 * would mix with ours. Throws a UserError when the path fails, crashes, hangs or is killed.
 */
export async function runFork(
  job: ForkJob,
  jobFile: string,
  settings: ForkSettings,
  progress: (done: number) => void = () => {},
): Promise<unknown> {
  if (settings.signal?.aborted) throw new Interrupted();
  writeFileSync(jobFile, JSON.stringify(job));
  const child = fork(mainFile, [jobFile], {
    execArgv: [
      ...loaderFlags,
      '--import',
      registerUrl,
      ...codeLogFlags(settings.codeLog),
      ...heapFlags(settings),
    ],
    env: { ...process.env, [jobVariable]: jobFile },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  const stderr = keepTail(child);
  const outcome = await waitFor(child, settings, progress);
  switch (outcome.kind) {
    case 'result':
      return outcome.value;
    case 'failed':
      throw specificationError(job.spec, outcome.phase, outcome.message);
    case 'interrupted':
      throw new Interrupted();
    case 'silent':
      throw new UserError(
        `${job.spec}: the path hangs: a fork gave no sign of life for ${settings.silenceMs / 1000} s`,
        'Look for a `run` that never returns, or raise --timeout.',
        exitCode.noMeasurement,
      );
    case 'ended':
      throw crashError(job.spec, outcome, stderr());
  }
}

/** Each thread has a log of its own: threads that share one overwrite it. */
function codeLogFlags(folder: string | undefined): string[] {
  if (folder === undefined) return [];
  return ['--log-code', '--log-deopt', '--logfile-per-isolate', `--logfile=${join(folder, 'v8.log')}`];
}

/** MB to which V8 lets half of the young generation grow on 64 bits, unless it is told otherwise: collection by collection, in some seconds. */
const grownSemiSpace = 16;

function heapFlags({ isGrown }: ForkSettings): string[] {
  return isGrown ? [`--min-semi-space-size=${grownSemiSpace}`] : [];
}

type Outcome =
  | { kind: 'result'; value: unknown }
  | { kind: 'failed'; phase: Phase; message: string }
  | { kind: 'ended'; code: number | null; signal: string | null }
  | { kind: 'silent' }
  | { kind: 'interrupted' };

function waitFor(
  child: ChildProcess,
  settings: ForkSettings,
  progress: (done: number) => void,
): Promise<Outcome> {
  return new Promise((resolve) => {
    let timer = setTimeout(() => {}, 0);
    const finish = (outcome: Outcome): void => {
      clearTimeout(timer);
      settings.signal?.removeEventListener('abort', interrupt);
      if (outcome.kind !== 'ended') child.kill('SIGKILL');
      resolve(outcome);
    };
    let result: Outcome | null = null;
    // The process ends by itself, so that what it writes is whole; but not for ever.
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
    child.on('message', (message: ForkMessage) => {
      listen();
      if (message.type === 'alive') progress(message.done);
      else if (message.type === 'failed') finish({ kind: 'failed', ...message });
      else awaitEnd({ kind: 'result', value: message.value });
    });
    child.on('error', () => finish({ kind: 'ended', code: null, signal: null }));
    child.on('close', (code, signal) => finish(result ?? { kind: 'ended', code, signal }));
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

function specificationError(spec: string, phase: Phase, message: string): UserError {
  switch (phase) {
    case 'load':
      return new UserError(`${spec}: cannot be loaded: ${message}`, 'Run the file by itself to see more.');
    case 'shape':
      return new UserError(
        `${spec}: ${message}`,
        'A specification is `export default defineHotPath({ name, sources, setup, run, teardown })`.',
      );
    default:
      return new UserError(
        `${spec}: \`${phase}\` failed: ${message}`,
        `Make \`${phase}\` work on its own; every operation must end well.`,
      );
  }
}

function crashError(
  spec: string,
  ended: { code: number | null; signal: string | null },
  stderr: string,
): UserError {
  const how = ended.signal ? `was killed by ${ended.signal}` : `ended early with exit code ${ended.code}`;
  const said = firstMeaningful(stderr);
  return new UserError(
    `${spec}: a fork ${how}${said ? `: ${said}` : ''}`,
    'The path must not end its process; look for process.exit, a native crash or too little memory.',
    exitCode.noMeasurement,
  );
}

function firstMeaningful(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  return lines.find((line) => /error|fatal|assert/i.test(line)) ?? lines.find((line) => line !== '') ?? '';
}
