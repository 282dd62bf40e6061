import { describe, expect, it } from 'vitest';
import { exampleEnvironment, rowlessPath } from '../../../test/support/example-path.js';
import { createFakeMeasurer } from '../../../test/support/fake-measurer.js';
import type { Measurer } from '../../measure/measurer.js';
import { policies } from '../../plan/effort/policy.js';
import { measurePlans } from '../measure-plans.js';
import type { Session } from '../session.js';
import { measurePath } from './measure-path.js';

const file = '/project/sample.hot.ts';

/** A session in which each fork's yardstick is faster than that of the one before. */
function session(keepsAwake: boolean, occupied: number): Session {
  let yardstickNs = 5000;
  const measurer: Measurer = {
    ...createFakeMeasurer({
      ...rowlessPath,
      tree: { ...rowlessPath.tree, occupied, nsPerOperation: 90_000 },
    }),
    pilot: async () => ({ course: [], compiledAtMs: null, keepsAwake }),
    measureFork(plan, fork, context, progress) {
      yardstickNs -= 100;
      const disturb = (batch: object) => ({ ...batch, yardstickNs }) as never;
      return createFakeMeasurer({ ...rowlessPath, disturb }).measureFork(plan, fork, context, progress);
    },
  };
  const policy = { ...policies.quick, replicates: 3, calm: 1.1 };
  const progress = (): void => {};
  return { measurer, environment: exampleEnvironment, policy, seed: 1, progress, now: () => 0 };
}

describe('the measurement of a path', () => {
  it('records the calm limit of each fork: a factor of the best yardstick of the forks before it', async () => {
    const { forks } = await measurePath(file, session(false, 1));
    expect(forks.map(({ calmNs }) => calmNs)).toEqual([null, 1.1 * 4900, 1.1 * 4800]);
  });

  it('shares the calm limit among plans that are measured together', async () => {
    const { plan } = await measurePath(file, session(false, 1));
    const measured = await measurePlans('two', [plan, plan], session(false, 1));
    expect(measured.map(({ forks }) => forks[1]?.calmNs)).toEqual([1.1 * 4800, 1.1 * 4700]);
  });

  it('plans to keep processors awake if the pilot says so and the path waits', async () => {
    expect((await measurePath(file, session(true, 0.2))).plan.keepsAwake).toBe(true);
    expect((await measurePath(file, session(false, 0.2))).plan.keepsAwake).toBe(false);
    expect((await measurePath(file, session(true, 1))).plan.keepsAwake).toBe(false);
  });
});
