import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Participant } from './participant.js';

/** In the sources, because the compiler copies no Python. */
const driver = fileURLToPath(new URL('../../loggers/reference/run.py', import.meta.url));

/** -B: Python writes no bytecode into the folders of the sources. */
const words = ['-B', driver];

/**
 * A tenth of the calls: one call of the reference takes more than 20 times as long. Python has no compiler that would have
 * to warm up.
 */
const fewerCalls = 10;

/** The reference implementation and Python's own logging, or the reason why they cannot take part. */
export function pythonParticipants(folder: string): readonly Participant[] | string {
  const probe = spawnSync('python3', [...words, folder], { encoding: 'utf8', timeout: 30_000 });
  if (probe.error !== undefined) return `python3 cannot be started: ${probe.error.message}`;
  if (probe.status !== 0) {
    const reason = probe.stderr.trim().split('\n').at(-1) ?? '';
    return `the package fapilog cannot be imported from ${folder}: ${reason}`;
  }
  const common = { slow: true, command: 'python3', words: [...words, folder], fewerCalls };
  return [
    {
      name: 'python-fapilog',
      about: 'the reference implementation: its facade with a worker thread',
      ...common,
    },
    { name: 'python-logging', about: "Python's own logging to a file", ...common },
  ];
}
