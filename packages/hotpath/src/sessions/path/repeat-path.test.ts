import { describe, expect, it } from 'vitest';
import { exampleEnvironment, rowlessPath } from '../../../test/support/example-path.js';
import { createFakeMeasurer } from '../../../test/support/fake-measurer.js';
import { Interrupted } from '../../measure/run-fork.js';
import type { Policy } from '../../model/measurement/policy.js';
import { policies } from '../../plan/effort/policy.js';
import type { Session } from '../session.js';
import { measurePath } from './measure-path.js';
import { repeatPath } from './repeat-path.js';

const file = '/sample.hot.ts';

/** Sessions by names, whose forks take a second each and report themselves; all are interrupted from a given fork on. */
function machine(endsAt: string | null = null) {
  const order: string[] = [];
  let clock = 0;
  const fake = createFakeMeasurer(rowlessPath);
  const run = <T>(name: string, action: () => T): T => {
    if (order.includes(endsAt ?? '')) throw new Interrupted();
    order.push(name);
    clock += 1000;
    return action();
  };
  const session = (name: string, policy: Partial<Policy> = {}): Session => ({
    measurer: {
      ...fake,
      measureFork: async (...given) => run(`${name}${given[1].index}`, () => fake.measureFork(...given)),
      sampleFork: async (...given) => run(`${name}s`, () => fake.sampleFork(...given)),
    },
    environment: exampleEnvironment,
    policy: { ...policies.quick, replicates: 4, ...policy },
    seed: name.charCodeAt(0),
    progress: () => {},
    now: () => clock,
  });
  return { order, session };
}

/** Without forks in which rows are chosen. */
const named = (session: Session) => ({ session, scope: { rows: 'named' } as const });

describe('several measurements of a path', () => {
  it('alternate fork by fork, and each turn begins with another', async () => {
    const { order, session } = machine();
    await repeatPath(file, [named(session('a')), named(session('b', { replicates: 2 }))]);
    expect(order.join(' ')).toBe('b0 a0 a1 b1 bs a2 a3 as');
  });

  it('are each the same as a measurement on its own', async () => {
    const { session } = machine();
    const found = await repeatPath(file, [{ session: session('a') }, { session: session('b') }]);
    expect(found[0]).toEqual(await measurePath(file, session('a')));
    expect(found[1]).toEqual(await measurePath(file, session('b')));
    expect(found[0]).not.toEqual(found[1]);
  });

  it('are limited by the time of their own forks', async () => {
    const { session } = machine();
    const limited = { replicates: 9, limitMs: 5000 + 2 * policies.quick.sampleMs };
    const found = await repeatPath(file, [named(session('a', limited)), named(session('b'))]);
    expect(found.map((measurement) => measurement?.forks.length)).toEqual([5, 4]);
  });

  it('keep their complete forks when they are interrupted, and are null without one', async () => {
    const { session } = machine('b0');
    const [first, second] = await repeatPath(file, [{ session: session('a') }, { session: session('b') }]);
    expect(first).toBeNull();
    expect(second?.forks.length).toBe(1);
  });

  it('are interrupted where none has a complete fork', async () => {
    const { order, session } = machine('before');
    order.push('before');
    await expect(repeatPath(file, [{ session: session('a') }, { session: session('b') }])).rejects.toThrow(
      Interrupted,
    );
  });
});
