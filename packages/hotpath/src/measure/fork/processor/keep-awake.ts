import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { allowedProcessors } from './own-processor.js';

const occupant = fileURLToPath(new URL('./occupy.js', import.meta.url));

/** More of them at full speed would change the clock rate of all. */
const mostProcessors = 8;

/** Within this time a process that cannot run at idle priority has ended, ms. */
const startMs = 150;

/** Processors that are kept from falling asleep. */
export interface KeptAwake {
  /** The processes that do so. */
  readonly processes: readonly number[];
  end(): void;
}

/**
 * Keeps all processors that the process may use awake, with processes of idle priority that the system runs where nothing else
 * wants to: how long a sleeping processor takes to wake is the machine's, and on a virtual one its neighbours', affair
 * (docs/adr/0025). Null where there is no util-linux that could give the priority, where there are too many of them, or where
 * their time is rationed, so that idling would use it up.
 */
export async function keepAwake(): Promise<KeptAwake | null> {
  const processors = allowedProcessors();
  if (processors.length === 0 || processors.length > mostProcessors || isRationed()) return null;
  const occupants = processors.map(occupy);
  const end = (): void => {
    for (const process of occupants) process.kill('SIGKILL');
  };
  await after(startMs);
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
  // Without NODE_OPTIONS: what those load is the path's business.
  const child = spawn('chrt', words, { stdio: 'ignore', env: { PATH: process.env.PATH } });
  child.on('error', () => {});
  child.unref();
  return child;
}

/** Where control groups, of version 2 or 1, say how much of the processors' time may be used. */
const rations = ['/sys/fs/cgroup/cpu.max', '/sys/fs/cgroup/cpu/cpu.cfs_quota_us'] as const;

/** Whether the processors' time is rationed for the control group at the top of what the process sees. */
export function isRationed(): boolean {
  return rations.some((file) => {
    try {
      return isRation(readFileSync(file, 'latin1'));
    } catch {
      return false;
    }
  });
}

/** Whether such a file holds a number of µs: `max 100000` and `-1` say that there is no limit. */
export function isRation(text: string): boolean {
  return Number.parseInt(text, 10) > 0;
}
