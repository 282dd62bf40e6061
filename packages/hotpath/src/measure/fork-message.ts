import type { TaskResults } from './task-results.js';

/**
 * The phase in which a fork failed. `again`: it passed for the first copy of the path, and fails for a further one.
 * `instances`: copies of the path share code that they must not share. `refused`: hotpath's own part of the specification refuses what
 * the command line states.
 */
export type Phase =
  | 'load'
  | 'load again'
  | 'shape'
  | 'setup'
  | 'setup again'
  | 'run'
  | 'settle'
  | 'teardown'
  | 'instances'
  | 'refused';

/** What a fork sends to its parent. */
export type ForkMessage =
  | { readonly type: 'alive'; readonly done: number }
  | { readonly type: 'result'; readonly value: TaskResults[keyof TaskResults]; readonly log: ForkLog }
  | (Failure & { readonly type: 'failed'; readonly log: ForkLog });

/** How a phase failed. */
export interface Failure {
  readonly phase: Phase;
  readonly message: string;
  /** What to do about it; null where only the phase says that. */
  readonly hint: string | null;
}

/** The form in which it is sent. */
export interface SentMessage {
  readonly hotpath: ForkMessage;
}

/** How a fork spent its time, as it reports it at its end. */
export interface ForkLog {
  /** When its own code began, ms since the process began. */
  readonly beganMs: number;
  /** Its steps in order, by what was reached. */
  readonly steps: readonly ForkStep[];
  /** Flags of V8 that it set itself. */
  readonly v8Flags: readonly string[];
}

export interface ForkStep {
  readonly name: StepName;
  /** ms since the process began. */
  readonly atMs: number;
}

/** What a fork reports to have done: all variants are loaded and set up, warm, measured; the whole task is done. */
export type StepName = 'loaded' | 'warmed up' | 'measured' | 'done';
