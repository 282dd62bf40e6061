import { readFileSync } from 'node:fs';
import type { MachineUse } from '../../model/measurement.js';
import { now } from './disturbances.js';

/** Ticks of Linux's /proc/stat in a second; fixed at 100 towards programs. */
const ticksPerSecond = 100;

interface Reading {
  readonly ms: number;
  /** All processors' time at work, and taken by the hypervisor for other guests, s. */
  readonly busy: number;
  readonly stolen: number;
  /** This process' own processor time, s. */
  readonly own: number;
}

/** Watches what else the machine does from now on; null where it has no /proc/stat. */
export function watchMachine(): () => MachineUse | null {
  const start = read();
  return () => {
    const end = read();
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
function read(): Reading | null {
  try {
    const line = readFileSync('/proc/stat', 'latin1').split('\n', 1)[0] ?? '';
    const ticks = line.trim().split(/\s+/).slice(1).map(Number);
    const at = (index: number): number => (ticks[index] ?? 0) / ticksPerSecond;
    const { user, system } = process.cpuUsage();
    return {
      ms: now(),
      busy: at(0) + at(1) + at(2) + at(5) + at(6),
      stolen: at(7),
      own: (user + system) / 1e6,
    };
  } catch {
    return null;
  }
}
