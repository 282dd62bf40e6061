import { describe, expect, it } from 'vitest';
import { exampleEnvironment, examplePath } from '../../test/support/example-path.js';
import { createFakeMeasurer, type FakePath } from '../../test/support/fake-measurer.js';
import { exitCode } from '../errors.js';
import { policies } from '../plan/effort/policy.js';
import { comparePaths } from './compare-paths.js';
import type { Session } from './session.js';

describe('savings', () => {
  const session = (forkFactor: FakePath['forkFactor'], replicates = 8): Session => ({
    measurer: createFakeMeasurer({
      ...examplePath,
      operationNs: { '/project/cheaper.hot.ts': 800, '/project/same.hot.ts': 1000 },
      disturb: (batch, _random, { kind }) =>
        kind === 'other' && batch.wholeNs > 2e6 ? { ...batch, wholeNs: 3 * batch.wholeNs } : batch,
      ...(forkFactor && { forkFactor }),
    }),
    environment: exampleEnvironment,
    policy: { ...policies.quick, replicates },
    seed: 1,
    progress: () => {},
    now: () => 0,
  });
  const changed = ['/project/cheaper.hot.ts', '/project/same.hot.ts'];
  const compare = (factor: FakePath['forkFactor'], replicates?: number) =>
    comparePaths('/project/sample.hot.ts', changed, session(factor, replicates));

  it('are the median share over forks, whose speeds differ', async () => {
    let forks = 0;
    // The others of one process are struck.
    const [first, second] = await compare(() => (forks++ === 3 ? 10 : 0.6 + forks / 10));
    expect(first?.before).toBeCloseTo(1150, 6);
    expect(first?.saved.mean).toBeCloseTo(230, 6);
    expect(second?.saved.mean).toBeCloseTo(0, 6);
    expect(second?.saved.high).toBeCloseTo(0, 6);
  });

  it.each([
    [Number.NaN, '/project/cheaper.hot.ts: its time is not known'],
    [-500, '/project/cheaper.hot.ts: it would save 150.0% of the path'],
  ])('are refused where they cannot be true: a path of %d ns', async (ns, said) => {
    const { measurer, ...others } = session(undefined);
    const wrong = createFakeMeasurer({ ...examplePath, operationNs: { '/project/cheaper.hot.ts': ns } });
    const compared = comparePaths('/project/sample.hot.ts', changed, { ...others, measurer: wrong });
    await expect(compared).rejects.toMatchObject({ message: said, code: exitCode.noMeasurement });
  });

  it('have an infinite interval with too few forks', async () => {
    const [first] = await compare(undefined, 3);
    expect(first?.saved).toMatchObject({ low: Number.NEGATIVE_INFINITY, mean: expect.closeTo(200, 6) });
  });
});
