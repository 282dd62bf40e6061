/** Level names as settings spell them, least severe first. */
export type LevelName = 'debug' | 'info' | 'warning' | 'error' | 'critical';

/** A level as the hot path carries it: the envelope's spelling and a number to compare. */
export interface Level {
  readonly name: string;
  /** 10 (debug) to 50 (critical). */
  readonly severity: number;
}

export const DEBUG: Level = { name: 'DEBUG', severity: 10 };
export const INFO: Level = { name: 'INFO', severity: 20 };
export const WARNING: Level = { name: 'WARNING', severity: 30 };
export const ERROR: Level = { name: 'ERROR', severity: 40 };
export const CRITICAL: Level = { name: 'CRITICAL', severity: 50 };

export const LEVELS: Readonly<Record<LevelName, Level>> = {
  debug: DEBUG,
  info: INFO,
  warning: WARNING,
  error: ERROR,
  critical: CRITICAL,
};
