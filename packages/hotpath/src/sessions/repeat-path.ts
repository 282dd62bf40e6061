import { Interrupted } from '../measure/run-fork.js';
import type { Measurement } from '../model/measurement/measurement.js';
import { measuring, type Scope } from './measure-path.js';
import type { Session } from './session.js';

/** One of several measurements of a path. */
export interface Run {
  readonly session: Session;
  readonly scope?: Scope | undefined;
}

/**
 * Measures one path several times over, a process of each measurement by turns, so that a machine that changes meanwhile
 * changes all of them: what still differs is what the same measurement gives another time. Each prepares for itself, by its
 * own seed, and by a clock that stands while others have their turn. Each turn begins with another of them.
 * An interrupt ends all, those without a complete process with null.
 * Throws a UserError when the path cannot be measured, Interrupted when nothing was.
 */
export async function repeatPath(specFile: string, runs: readonly Run[]): Promise<(Measurement | null)[]> {
  const states = runs.map(({ session, scope = {} }) => {
    const clock = standingClock(session.now);
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

/** A clock that goes on only while something is done, ms. */
function standingClock(now: () => number): {
  now: () => number;
  while: <T>(action: () => Promise<T>) => Promise<T>;
} {
  let stoodMs = 0;
  let stoppedAt = now();
  return {
    now: () => now() - stoodMs,
    async while(action) {
      stoodMs += now() - stoppedAt;
      const result = await action();
      stoppedAt = now();
      return result;
    },
  };
}
