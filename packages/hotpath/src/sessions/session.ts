import type { Measurer } from '../measure/measurer.js';
import type { Environment } from '../model/measurement/environment.js';
import type { Policy } from '../model/measurement/policy.js';

/** What a session is given in addition to its specification. */
export interface Session {
  readonly measurer: Measurer;
  readonly environment: Environment;
  readonly policy: Policy;
  readonly seed: number;
  readonly progress: (state: Progress) => void;
  /** A clock, ms. */
  readonly now: () => number;
}

/** How far a session is. */
export interface Progress {
  readonly name: string;
  readonly forksDone: number;
  /** Planned so far. */
  readonly forks: number;
  /** Share of the work that is done, 0 to 1. */
  readonly done: number;
}
