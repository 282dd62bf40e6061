import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { platform } from '../platform.js';
import { allowedProcessors } from './own-processor.js';

const occupant = fileURLToPath(new URL('./occupy.js', import.meta.url));

/** More busy processors would change the clock rate of all. */
const mostProcessors = 8;

/** A process that cannot run at idle priority ends within this time, ms. */
const startMs = 150;

/** Processors that are kept awake. */
export interface KeptAwake {
  /** The processes that keep them awake. */
  readonly processes: readonly number[];
  end(): void;
}

/**
 * Keeps all processors that the fork may use awake, with processes of idle priority, which run only where nothing else does:
 * the time to wake a sleeping processor depends on the machine, and on a virtual one on its neighbours (docs/adr/0025).
 * Null in these cases:
 * - no util-linux that could set the priority;
 * - too many processors;
 * - processor time is rationed, and would be used up.
 */
export async function keepAwake(): Promise<KeptAwake | null> {
  const processors = allowedProcessors();
  if (processors.length === 0 || processors.length > mostProcessors || isRationed()) return null;
  const occupants = processors.map(occupy);
  const end = (): void => {
    for (const process of occupants) process.kill('SIGKILL');
  };
  await platform.after(startMs);
  const processes = occupants.flatMap(({ pid, exitCode }) =>
    pid === undefined || exitCode !== null ? [] : [pid],
  );
  if (processes.length === occupants.length) return { processes, end };
  end();
  return null;
}

function occupy(processor: number): ChildProcess {
  const command = [process.execPath, occupant, String(process.pid)];
  const words = ['-i', '0', 'taskset', '-c', String(processor), ...command];
  // Without NODE_OPTIONS: what those load is for the path.
  const child = spawn('chrt', words, { stdio: 'ignore', env: { PATH: process.env.PATH } });
  child.on('error', () => {});
  child.unref();
  return child;
}

/** Files in which control groups, version 2 and 1, limit processor time. */
const rations = ['/sys/fs/cgroup/cpu.max', '/sys/fs/cgroup/cpu/cpu.cfs_quota_us'] as const;

/** Whether processor time is rationed for the topmost control group that the process sees. */
export function isRationed(): boolean {
  return rations.some((file) => {
    try {
      return isRation(readFileSync(file, 'latin1'));
    } catch {
      return false;
    }
  });
}

/** Whether the text of such a file is a limit in µs: `max 100000` and `-1` mean none. */
export function isRation(text: string): boolean {
  return Number.parseInt(text, 10) > 0;
}
