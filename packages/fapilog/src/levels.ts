/** Level names as in the settings, least severe first. */
export type LevelName = 'debug' | 'info' | 'warning' | 'error' | 'critical';

/** A level: its name in the envelope, and a number for comparison. */
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
