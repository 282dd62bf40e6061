import { describe, expect, it } from 'vitest';
import { exampleEnvironment, examplePath } from '../../../test/support/example-path.js';
import { createFakeMeasurer, type FakePath } from '../../../test/support/fake-measurer.js';
import type { Measurer } from '../../measure/measurer.js';
import { Interrupted } from '../../measure/run-fork.js';
import { costPolicies } from '../../plan/effort/policy.js';
import type { OperationGroup } from '../../plan/forks/plan-operations.js';
import { measureOperations } from '../../sessions/measure-operations.js';
import { operationCosts } from '../ledger/operation-costs.js';
import { stepCosts, stepShares } from './step-costs.js';

const beside = (name: string) => ({ id: name, name, kind: 'beside', row: null }) as const;
const group = (name: string): OperationGroup => ({
  path: {
    name,
    file: `/${name}.hot.mjs`,
    sources: [],
    functions: [],
    repeatable: [],
    operations: [beside('construct'), beside('stack'), beside('serialize')],
    replacements: [],
    loaded: [],
  },
  async: false,
  warmUpOperations: 0,
});
const steps = [
  { name: 'throw', of: 'construct', less: '' },
  { name: 'format', of: 'stack', less: 'construct' },
  { name: 'rest', of: 'serialize', less: 'stack' },
];
const whole = { name: 'all', of: 'serialize', less: '' };
/** Calls of 1,000 ns; a throw adds 500, formatting 2,000, serializing 1,500 to it. */
const fake: FakePath = {
  ...examplePath,
  inclusive: [1000],
  operationNs: { construct: 1500, stack: 3500, serialize: 5000 },
};

function measure(path: FakePath, measurer: Measurer = createFakeMeasurer(path), names = ['only']) {
  return measureOperations('made up', names.map(group), {
    measurer,
    environment: exampleEnvironment,
    policy: costPolicies.default,
    seed: 1,
    progress: () => {},
    now: () => 0,
  });
}

describe('the cost of a step', () => {
  it('is the mean difference of two operations', async () => {
    const [measurement] = await measure(fake);
    if (!measurement) throw new Error('nothing was measured');
    expect(stepCosts(measurement, steps).map(({ name, time }) => [name, time.mean])).toEqual([
      ['throw', 500],
      ['format', 2000],
      ['rest', 1500],
    ]);
    expect(operationCosts(measurement).map(({ time }) => time.mean)).toEqual([1000, 1500, 3500, 5000]);
  });

  it('has a narrow interval although forks differ: what a fork does to both operations cancels', async () => {
    const noisy = { ...fake, operationNs: { construct: 1500, stack: 1501, serialize: 5000 } };
    const [measurement] = await measure({ ...noisy, forkFactor: (random) => 1 + random() });
    if (!measurement) throw new Error('nothing was measured');
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    const [construct] = operationCosts(measurement).filter(({ id }) => id === 'construct');
    const [, format] = stepCosts(measurement, steps);
    expect(width(construct?.time ?? { low: 0, high: 0 })).toBeGreaterThan(100);
    expect(width(format?.time ?? { low: 0, high: 9 })).toBeLessThan(1);
  });

  it('is the same share of the whole in every fork, whatever the factor on its times', async () => {
    const [measurement] = await measure({ ...fake, forkFactor: (random) => 1 + random() });
    if (!measurement) throw new Error('nothing was measured');
    const shares = stepShares(measurement, steps, whole).map(({ share }) => share);
    expect(shares.map(({ mean }) => mean.toFixed(9))).toEqual(['0.125000000', '0.500000000', '0.375000000']);
    for (const { low, high } of shares) expect(high - low).toBeLessThan(1e-9);
  });
});

describe('groups of operations', () => {
  it('alternate: one fork of each group per replicate', async () => {
    const order: string[] = [];
    const inner = createFakeMeasurer(fake);
    const measurer: Measurer = {
      ...inner,
      measureFork(plan, fork, tree, progress) {
        order.push(`${plan.path.name}${fork.replicate}`);
        return inner.measureFork(plan, fork, tree, progress);
      },
    };
    const measured = await measure(fake, measurer, ['a', 'b']);
    expect(order).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2', 'a3', 'b3', 'a4', 'b4']);
    expect(measured.map(({ forks }) => forks.length)).toEqual([5, 5]);
  });

  it('keep the replicates that are complete in all groups when they are interrupted', async () => {
    const inner = createFakeMeasurer(fake);
    const until = (replicate: number, name: string): Measurer => ({
      ...inner,
      measureFork(plan, fork, tree, progress) {
        if (fork.replicate === replicate && plan.path.name === name) throw new Interrupted();
        return inner.measureFork(plan, fork, tree, progress);
      },
    });
    const measured = await measure(fake, until(2, 'b'), ['a', 'b']);
    expect(measured.map(({ forks }) => forks.length)).toEqual([2, 2]);
    await expect(measure(fake, until(0, 'b'), ['a', 'b'])).rejects.toThrow(Interrupted);
  });
});
