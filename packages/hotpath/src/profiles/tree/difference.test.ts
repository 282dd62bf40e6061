import { describe, expect, it } from 'vitest';
import type { Profile, ProfiledFunction } from '../../model/profiles/profile.js';
import { functionChanges } from '../../report/tables/difference-table.js';
import { differenceOf } from './difference.js';
import { createProfileBuilder, root } from './profile-builder.js';
import { totalsOf } from './walk.js';

const at = (name: string, line: number): ProfiledFunction => ({ name, file: '/a.js', line, column: 1 });

function profileOf(
  stacks: readonly (readonly [functions: readonly ProfiledFunction[], weight: number])[],
): Profile {
  const builder = createProfileBuilder('samples');
  for (const [functions, weight] of stacks) {
    let node = root;
    for (const called of functions) node = builder.child(node, builder.functionOf(called));
    builder.add(node, weight, weight);
  }
  return builder.build();
}

describe('two profiles on one tree', () => {
  const before = profileOf([
    [[at('main', 1), at('a', 5)], 30],
    [[at('main', 1), at('gone', 9)], 10],
  ]);
  const after = profileOf([
    [[at('main', 1), at('a', 8)], 45],
    [[at('main', 1), at('new', 12)], 15],
  ]);

  it('keep their totals, and list a named function once even when its line changed', () => {
    const difference = differenceOf(before, after);
    expect(difference && [difference.before, difference.after].map((one) => totalsOf(one)[0])).toEqual([
      40, 60,
    ]);
    const changes = difference && functionChanges(difference);
    expect(changes?.map(({ called, before: was, after: is }) => [called.name, called.line, was, is])).toEqual(
      [
        ['a', 8, 30, 45],
        ['new', 12, 0, 15],
        ['gone', 9, 10, 0],
      ],
    );
    // 30 and 45 samples come at random: 1.96 times the root of their sum.
    expect(changes?.[0]?.half).toBeCloseTo(1.96 * Math.sqrt(75), 10);
  });

  it('keep anonymous functions of different lines apart', () => {
    const difference = differenceOf(profileOf([[[at('', 3)], 5]]), profileOf([[[at('', 4)], 5]]));
    expect(difference && functionChanges(difference)).toHaveLength(2);
  });

  it('can be scaled to compare shares; different units give null', () => {
    const scaled = differenceOf(before, after, 1.5);
    expect(scaled && totalsOf(scaled.before)[0]).toBe(60);
    expect(differenceOf(before, { ...after, unit: 'bytes' })).toBeNull();
  });
});
