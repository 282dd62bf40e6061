import type { ReadStream, WriteStream } from 'node:tty';
import type { Policy } from '../model/measurement/policy.js';
import type { Output } from './output.js';

/** What a command is given instead of the process itself, so that tests can run commands in-process. */
export interface CommandContext {
  readonly output: Output;
  /** Absolute; names that the user gives are relative to it. */
  readonly folder: string;
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
  /** Gives the seed of a session when the user gives none. */
  readonly freshSeed: () => number;
  /** Changes the policy of every session; tests measure less with it than any option allows. Left out: no change. */
  readonly adjustPolicy?: (policy: Policy) => Policy;
  /** The terminal that `top` draws on; null where stdout is not a terminal. */
  readonly terminal: Terminal | null;
}

export interface Terminal {
  readonly keyboard: ReadStream;
  readonly screen: WriteStream;
}
