import { describe, expect, it } from 'vitest';
import { UserError } from '../errors.js';
import { Interrupted } from '../measure/run-fork.js';
import { type NextFork, runForks, toEnd } from './run-forks.js';
import type { Progress } from './session.js';

/** Counts forks up to `end`; the fork at `failsAt` throws instead. */
function counting(
  end: number,
  failsAt = -1,
  problem: Error = new Interrupted(),
): NextFork<readonly number[]> {
  return (found) => {
    const index = found.length;
    if (index === end) return null;
    return {
      forksDone: index,
      forks: end,
      run: async (progress) => {
        if (index === failsAt) throw problem;
        progress(0.5);
        return [...found, index];
      },
    };
  };
}

const run = (next: NextFork<readonly number[]>, states: Progress[] = []): Promise<readonly number[]> =>
  toEnd(runForks('path', [], next, { progress: (state) => states.push(state) }));

describe('runForks', () => {
  it('runs forks until none is next', async () => {
    expect(await run(counting(3))).toEqual([0, 1, 2]);
    expect(await run(counting(0))).toEqual([]);
  });

  it('reports the share of all forks that is done, at the start of each fork and as it goes on', async () => {
    const states: Progress[] = [];
    await run(counting(2), states);
    expect(states.map(({ forksDone, forks, done }) => [forksDone, forks, done])).toEqual([
      [0, 2, 0],
      [0, 2, 0.25],
      [1, 2, 0.5],
      [1, 2, 0.75],
    ]);
  });

  it('keeps what was found before an interrupt', async () => {
    expect(await run(counting(3, 2))).toEqual([0, 1]);
  });

  it('throws Interrupted when no fork had ended', async () => {
    await expect(run(counting(3, 0))).rejects.toThrow(Interrupted);
  });

  it('throws every other problem, whatever was found', async () => {
    await expect(run(counting(3, 2, new UserError('broken', 'fix it')))).rejects.toThrow('broken');
  });

  it('pauses before each fork', async () => {
    const session = runForks('path', [], counting(2), { progress: () => {} });
    expect((await session.next()).done).toBe(false);
    expect((await session.next()).done).toBe(false);
    expect(await session.next()).toEqual({ done: true, value: [0, 1] });
  });
});
