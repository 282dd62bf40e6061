import type { Command } from 'commander';
import { positiveNumber, wholeNumber } from './option-values.js';

/** What commands that measure let their users choose. */
export interface SessionOptions {
  readonly quick?: boolean;
  readonly seed?: number;
  /** How long a fork may be silent, s. */
  readonly timeout: number;
}

interface Wording {
  /** What `--quick` leaves out. */
  readonly quick?: string;
  /** A prefix of each text where the options apply to some inputs only, such as `path only: `. */
  readonly scope?: string;
}

/** Adds `--quick`, `--seed` and `--timeout` to a command. */
export function addSessionOptions(command: Command, { quick, scope = '' }: Wording = {}): Command {
  command.option('--quick', `${scope}${quick ?? 'fewer forks and shorter measurement, so wider intervals'}`);
  return addForkOptions(command, scope);
}

/** Adds `--seed` and `--timeout` to a command. */
export function addForkOptions(command: Command, scope = ''): Command {
  return command
    .option('--seed <number>', `${scope}seed of all random order (default: from the clock)`, wholeNumber)
    .option(
      '--timeout <seconds>',
      `${scope}stop when a fork is silent for this long`,
      positiveNumber,
      usualTimeout,
    );
}

const usualTimeout = 30;

/** The options of commands that also take other inputs than specifications. */
export const forSpecifications: Wording = { quick: 'fewer samples', scope: 'path only: ' };
