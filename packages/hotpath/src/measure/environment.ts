import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import type { Environment } from '../model/measurement/environment.js';

/** Reads the machine, its load and Node. */
export function readEnvironment(): Environment {
  const nodeOptions = (process.env.NODE_OPTIONS ?? '').split(/\s+/).filter((option) => option !== '');
  return {
    node: process.version,
    v8: process.versions.v8,
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    load: loadavg()[0] ?? 0,
    nodeOptions,
    inspector: nodeOptions.some((option) => option.startsWith('--inspect')),
    governor: readSystem('/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor') ?? 'unknown',
    clockSource: readSystem('/sys/devices/system/clocksource/clocksource0/current_clocksource') ?? 'unknown',
    megahertz: readMegahertz(),
    startedAt: new Date().toISOString(),
  };
}

function readMegahertz(): number | null {
  const found = /^cpu MHz\s*: ([\d.]+)/m.exec(readSystem('/proc/cpuinfo') ?? '')?.[1];
  return found === undefined ? null : Math.round(Number(found));
}

/** The text of a file of the system; null where there is none. */
function readSystem(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}
