import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../test/support/profile-of.js';
import { layOutFlame } from './flame-layout.js';

describe('the layout of a flame graph', () => {
  const profile = profileOf({ 'main b': 30, 'main a': 20, 'main a c': 40, other: 10 });

  it('places calls next to each other by name, above their caller, as wide as their weight', () => {
    const { boxes, total, depth, hidden } = layOutFlame(profile, 0);
    const shown = boxes.map((box) => [
      profile.functions[profile.functionOf[box.node] as number]?.name ?? 'all',
      box.depth,
      Math.round(100 * box.from),
      Math.round(100 * box.width),
    ]);
    expect(shown).toEqual([
      ['all', 0, 0, 100],
      ['main', 1, 0, 90],
      ['other', 1, 90, 10],
      ['a', 2, 0, 60],
      ['b', 2, 60, 30],
      ['c', 3, 0, 40],
    ]);
    expect([total, depth, hidden]).toEqual([100, 3, 0]);
  });

  it('leaves out narrow calls and their callees without moving the others', () => {
    const { boxes, hidden } = layOutFlame(profileOf({ 'a x y': 1, 'b z': 99 }), 0.02);
    expect(boxes.map(({ from }) => from)).toEqual([0, 0.01, 0.01]);
    expect(hidden).toBe(3);
  });

  it('has only the root when nothing was sampled', () => {
    const { boxes, total } = layOutFlame(profileOf({ a: 0 }), 0);
    expect([boxes.length, total]).toEqual([1, 0]);
  });

  it('handles stacks ten thousand deep', () => {
    const deep = profileOf({ [Array.from({ length: 10_000 }, (_, index) => `f${index % 7}`).join(' ')]: 3 });
    expect(layOutFlame(deep, 0).depth).toBe(10_000);
  });
});
