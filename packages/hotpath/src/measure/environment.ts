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
    governor: readGovernor(),
    startedAt: new Date().toISOString(),
  };
}

function readGovernor(): string {
  try {
    return readFileSync('/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor', 'utf8').trim();
  } catch {
    return 'unknown';
  }
}
