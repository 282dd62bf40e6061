import { Interrupted } from '../measure/run-fork.js';
import type { Session } from './session.js';

/** The next fork of a session. */
export interface ForkStep<State> {
  /** Forks that have ended. */
  readonly forksDone: number;
  /** Forks that are planned, this one included. */
  readonly forks: number;
  /** Runs the fork and gives the state with what it measured; `progress` gets the share of its work that is done, 0 to 1. */
  run(progress: (done: number) => void): Promise<State>;
}

/** Says which fork runs next, given what the forks so far have found; null: none. */
export type NextFork<State> = (found: State) => ForkStep<State> | null;

/**
 * Runs forks one after another, each decided by what was found before it, reports progress, and pauses before each of
 * them. An interrupt ends the session with what the forks that had ended found.
 * Throws Interrupted when none had ended, a UserError when a fork cannot be run.
 */
export async function* runForks<State>(
  name: string,
  start: State,
  next: NextFork<State>,
  { progress }: Pick<Session, 'progress'>,
): AsyncGenerator<void, State> {
  let found = start;
  try {
    for (let step = next(found); step !== null; step = next(found)) {
      yield;
      const { forksDone, forks } = step;
      const report = (part: number): void =>
        progress({ name, forksDone, forks, done: (forksDone + part) / forks });
      report(0);
      found = await step.run(report);
    }
  } catch (problem) {
    if (!(problem instanceof Interrupted) || found === start) throw problem;
  }
  return found;
}

/** Runs a session to its end, without a pause. */
export async function toEnd<State>(session: AsyncGenerator<void, State>): Promise<State> {
  for (;;) {
    const step = await session.next();
    if (step.done) return step.value;
  }
}
