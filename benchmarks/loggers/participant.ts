import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { candidates } from './candidates/candidates.js';
import type { Job, Outcome, OutcomeOf } from './child/job.js';

/** A logger as the parent process sees it: a program that runs jobs. */
export interface Participant {
  readonly name: string;
  readonly about: string;
  readonly slow: boolean;
  readonly command: string;
  /** The job is appended to these words as JSON. */
  readonly words: readonly string[];
  /** Divides the calls of the throughput part, so that a slow logger does not take an hour. Default 1. */
  readonly fewerCalls?: number;
}

/** Time limit of a job, ms, longer than any measurement takes: it ends a logger whose flush never resolves. */
const patienceMs = 60_000;

/** The loggers of this program, run by Node. `runner` is the compiled child/run.js. */
export function nodeParticipants(
  runner: string = fileURLToPath(new URL('./child/run.js', import.meta.url)),
): readonly Participant[] {
  return candidates.map(({ name, about, slow }) => ({
    name,
    about,
    slow,
    command: process.execPath,
    words: [runner],
  }));
}

/** Runs one job in its own process. Rejects with one sentence when the process fails. */
export async function runJob<P extends Outcome['part']>(
  participant: Participant,
  job: Job & { readonly part: P },
  signal: AbortSignal,
): Promise<OutcomeOf<P>> {
  const text = await outputOf(participant, [...participant.words, JSON.stringify(job)], signal);
  const line = text.trimEnd().split('\n').at(-1) ?? '';
  try {
    return JSON.parse(line) as OutcomeOf<P>;
  } catch {
    throw new Error(line === '' ? 'its process ended without an outcome' : `its process printed: ${line}`);
  }
}

function outputOf({ command }: Participant, words: readonly string[], signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: patienceMs,
      killSignal: 'SIGKILL',
      signal,
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code, killed) => {
      if (code === 0) resolve(out);
      else if (killed === 'SIGKILL') reject(new Error(`it took longer than ${patienceMs / 1000} s`));
      else reject(new Error(reasonIn(err) ?? `its process ended with code ${code}`));
    });
  });
}

/** The line of an uncaught error of Node or Python. */
function reasonIn(stderr: string): string | undefined {
  const lines = stderr.split('\n').map((line) => line.trim());
  return lines.findLast((line) => /^(?:\w+\.)*\w*(?:Error|Exception)\b.*:/.test(line));
}
