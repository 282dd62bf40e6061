import { readFileSync } from 'node:fs';
import type { MachineUse } from '../../../model/measurement/measurement.js';
import { platform } from '../platform.js';
import { now } from './disturbances.js';

/** Ticks of Linux's /proc/stat per second; always 100 for programs. */
const ticksPerSecond = 100;

interface Reading {
  readonly ms: number;
  /** Time of all processors at work, and taken by the hypervisor for other guests, s. */
  readonly busy: number;
  readonly stolen: number;
  /** Processor time of this process and its companions, s. */
  readonly own: number;
}

/**
 * Watches from now on what the machine does in addition to this process and its `companions`, which are process ids; null
 * without /proc/stat.
 */
export function watchMachine(companions: readonly number[] = []): () => MachineUse | null {
  const start = read(companions);
  return () => {
    const end = read(companions);
    if (!start || !end) return null;
    const seconds = (end.ms - start.ms) / 1000;
    const own = end.own - start.own;
    return {
      othersProcessors: (end.busy - start.busy - own) / seconds,
      stolenProcessors: (end.stolen - start.stolen) / seconds,
    };
  };
}

/** The first line's fields: user, nice, system, idle, iowait, irq, softirq, steal (proc_stat(5)). */
function read(companions: readonly number[]): Reading | null {
  try {
    const line = readFileSync('/proc/stat', 'latin1').split('\n', 1)[0] ?? '';
    const ticks = line.trim().split(/\s+/).slice(1).map(Number);
    const at = (index: number): number => (ticks[index] ?? 0) / ticksPerSecond;
    const { user, system } = platform.cpuUsage();
    return {
      ms: now(),
      busy: at(0) + at(1) + at(2) + at(5) + at(6),
      stolen: at(7),
      own: (user + system) / 1e6 + companions.reduce((sum, id) => sum + processorTime(id), 0),
    };
  } catch {
    return null;
  }
}

/** Processor time of another process, s: fields 14 and 15 of its stat file, after its name in brackets (proc_pid_stat(5)). */
function processorTime(process: number): number {
  const stat = readFileSync(`/proc/${process}/stat`, 'latin1');
  const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
  return ((user ?? 0) + (system ?? 0)) / ticksPerSecond;
}
