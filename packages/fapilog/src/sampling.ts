import { type Level, WARNING } from './levels.js';

/** Keeps a share of the lines below WARNING, and all others. */
export interface Sampling {
  /** 0 keeps none, 1 keeps all. */
  readonly rate: number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

export function isSampledOut(sampling: Sampling, level: Level): boolean {
  if (sampling.rate >= 1 || level.severity >= WARNING.severity) return false;
  return sampling.random() >= sampling.rate;
}
