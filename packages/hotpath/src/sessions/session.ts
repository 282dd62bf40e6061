import type { Measurer } from '../measure/measurer.js';
import type { Environment } from '../model/measurement/environment.js';
import type { Policy } from '../model/measurement/plan.js';

/** What a session is given besides its specification. */
export interface Session {
  readonly measurer: Measurer;
  readonly environment: Environment;
  readonly policy: Policy;
  readonly seed: number;
  readonly progress: (state: Progress) => void;
  /** A clock, ms. */
  readonly now: () => number;
}

export interface Progress {
  readonly name: string;
  readonly forksDone: number;
  readonly forks: number;
  /** Work done, 0 to 1. */
  readonly done: number;
}
