import { Interrupted } from '../measure/run-fork.js';
import type { Session } from './session.js';

/** One fork of a session. */
export interface ForkStep<State> {
  /** Forks that ended before it. */
  readonly forksDone: number;
  /** Forks that are planned, this one included. */
  readonly forks: number;
  /** Runs the fork and adds what it measured to the state; `progress` gets the share of its work that is done, 0 to 1. */
  run(progress: (done: number) => void): Promise<State>;
}

/** Decides by what the forks so far have found which one runs next; null: none. */
export type NextFork<State> = (found: State) => ForkStep<State> | null;

/**
 * Runs forks one after another, reports progress, and pauses before each of them. An interrupt ends the session with what the
 * complete forks found.
 * Throws Interrupted when none was complete, a UserError when a fork cannot be run.
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

/** Runs a session to its end without pauses. */
export async function toEnd<State>(session: AsyncGenerator<void, State>): Promise<State> {
  for (;;) {
    const step = await session.next();
    if (step.done) return step.value;
  }
}
