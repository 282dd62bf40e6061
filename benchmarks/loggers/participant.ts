import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { candidates } from './candidates/candidates.js';
import type { Job, Outcome, OutcomeOf } from './child/job.js';

/** A logger as the parent sees it: a program that does jobs. */
export interface Participant {
  readonly name: string;
  readonly about: string;
  readonly slow: boolean;
  readonly command: string;
  /** The job follows them as JSON. */
  readonly words: readonly string[];
  /** By what its calls of throughput are divided, so that a slow logger takes no hour. Default 1. */
  readonly fewerCalls?: number;
}

/** Longer than any measurement takes, ms: a logger whose flush never ends is given up. */
const patienceMs = 60_000;

/** The loggers of this program, each run by Node. `runner` is the compiled run.js; by default the one beside this file. */
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

/** Runs one job in a process of its own. Rejects with a sentence when the process fails. */
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
    throw new Error(line === '' ? 'its process ended without an outcome' : `its process said: ${line}`);
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
      else if (killed === 'SIGKILL') reject(new Error(`it was not done within ${patienceMs / 1000} s`));
      else reject(new Error(reasonIn(err) ?? `its process ended with code ${code}`));
    });
  });
}

/** The line of an uncaught error, of Node's or Python's kind. */
function reasonIn(stderr: string): string | undefined {
  const lines = stderr.split('\n').map((line) => line.trim());
  return lines.findLast((line) => /^(?:\w+\.)*\w*(?:Error|Exception)\b.*:/.test(line));
}
