import { Interrupted } from '../../measure/run-fork.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import type { Session } from '../session.js';
import { measuring } from './measure-path.js';
import type { Scope } from './scope.js';

/** One of several measurements of a path. */
export interface Run {
  readonly session: Session;
  readonly scope?: Scope | undefined;
}

/**
 * Measures one path several times, with the forks of all measurements in alternation, so that a change of the machine affects
 * all of them: the remaining difference is that of a repeated measurement. Each has its own seed, its own preparation, and a
 * clock that stops during the forks of the others. Each turn begins with a different measurement.
 * An interrupt ends all; a measurement without a complete fork is null.
 * Throws a UserError when the path cannot be measured, Interrupted when all measurements are null.
 */
export async function repeatPath(specFile: string, runs: readonly Run[]): Promise<(Measurement | null)[]> {
  const states = runs.map(({ session, scope = {} }) => {
    const clock = pausedClock(session.now);
    return { clock, steps: measuring(specFile, { ...session, now: clock.now }, scope) };
  });
  const ended = new Map<(typeof states)[number], Measurement | null>();
  for (let turn = 0; ended.size < runs.length; turn++) {
    for (const state of [...states.slice(turn % runs.length), ...states.slice(0, turn % runs.length)]) {
      if (ended.has(state)) continue;
      const step = await state.clock.while(() => nextOf(state.steps));
      if (step.done) ended.set(state, step.value);
    }
  }
  const found = states.map((state) => ended.get(state) ?? null);
  if (found.every((measurement) => measurement === null)) throw new Interrupted();
  return found;
}

async function nextOf(
  steps: AsyncGenerator<void, Measurement>,
): Promise<IteratorResult<void, Measurement | null>> {
  try {
    return await steps.next();
  } catch (problem) {
    if (problem instanceof Interrupted) return { done: true, value: null };
    throw problem;
  }
}

/** A clock that runs only during the actions that are given to it, ms. */
function pausedClock(now: () => number): {
  now: () => number;
  while: <T>(action: () => Promise<T>) => Promise<T>;
} {
  let pausedMs = 0;
  let stoppedAt = now();
  return {
    now: () => now() - pausedMs,
    async while(action) {
      pausedMs += now() - stoppedAt;
      const result = await action();
      stoppedAt = now();
      return result;
    },
  };
}
