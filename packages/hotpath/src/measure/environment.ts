import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import type { Environment } from '../model/environment.js';

/** Reads where we are. */
export function readEnvironment(): Environment {
  return {
    node: process.version,
    v8: process.versions.v8,
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    load: loadavg()[0] ?? 0,
    startedAt: new Date().toISOString(),
  };
}
