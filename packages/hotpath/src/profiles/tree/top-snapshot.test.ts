import { describe, expect, it } from 'vitest';
import type { Profile } from '../../model/profiles/profile.js';
import { createProfileBuilder, root } from './profile-builder.js';
import { lengthNs, topSnapshot } from './top-snapshot.js';

/** A profile of stacks and their ns. */
function profileOf(stacks: Readonly<Record<string, number>>): Profile {
  const builder = createProfileBuilder('nanoseconds');
  for (const [stack, ns] of Object.entries(stacks)) {
    const node = stack.split(';').reduce((parent, name) => {
      const file = name.startsWith('(') ? '' : 'a.js';
      return builder.child(parent, builder.functionOf({ name, file, line: 1, column: 1 }));
    }, root);
    builder.add(node, ns, 1);
  }
  return builder.build();
}

describe('topSnapshot', () => {
  const main = {
    id: 0,
    name: '',
    profile: profileOf({ 'tick;burn': 600, '(idle)': 300, '(garbage collector)': 100 }),
  };
  const worker = { id: 1, name: 'bob', profile: profileOf({ 'work;burn': 900, '(idle)': 50 }) };

  it('has shares of the last interval per thread, and times since the start', () => {
    const whole = profileOf({ 'tick;burn': 1600, 'work;burn': 900, old: 10, '(idle)': 900 });
    const { functions, threads } = topSnapshot([worker, main], whole, 2000);
    const rows = functions.map(({ called, own, total, ownNs, totalNs }) => [
      called.name,
      own,
      total,
      ownNs,
      totalNs,
    ]);
    expect(rows.sort()).toEqual([
      ['burn', 1.5, 1.5, 2500, 2500],
      ['old', 0, 0, 10, 10],
      ['tick', 0, 0.6, 0, 1600],
      ['work', 0, 0.9, 0, 900],
    ]);
    expect(threads).toEqual([
      { id: 0, name: '', idle: 0.3, collecting: 0.1 },
      { id: 1, name: 'bob', idle: 50 / 950, collecting: 0 },
    ]);
    expect(lengthNs([main, worker])).toBe(1000);
  });

  it('is empty before the first interval', () => {
    expect(topSnapshot([], null, 0)).toEqual({ ns: 0, samples: 0, threads: [], functions: [] });
  });
});
