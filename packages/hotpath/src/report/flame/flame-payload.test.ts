import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../test/support/profile-of.js';
import { flamePayload } from './flame-payload.js';

const drawing = { title: 'sample', said: 'some samples', icicle: false, narrowest: 0 };

describe('what a page carries', () => {
  const profile = profileOf({ 'main a x': 4, 'main a y': 3, 'main b': 50, 'main a': 2, 'z x': 1 });

  it('lists every call once, callers first, and each function with its exact weight', () => {
    const { calls, functions, leftOut } = flamePayload(profile, drawing);
    expect(functions.name).toEqual(['main', 'a', 'x', 'y', 'b', 'z']);
    expect(functions.own).toEqual([0, 2, 5, 3, 50, 0]);
    expect(functions.whole).toEqual([59, 9, 5, 3, 50, 1]);
    expect(calls.depth).toEqual([1, 2, 3, 3, 2, 1, 2]);
    expect(calls.called).toEqual([0, 1, 2, 3, 4, 5, 2]);
    expect(calls.self).toEqual([0, 2, 4, 3, 50, 0, 1]);
    expect(leftOut).toEqual({ calls: 0, weight: 0, functions: 0 });
  });

  it('folds light calls into counted remainders and changes no total', () => {
    const { calls, functions, leftOut } = flamePayload(profile, drawing, 3);
    expect(calls.depth).toEqual([1, 2, 3, 2, 1]);
    expect(calls.called).toEqual([0, 1, -1, 4, -1]);
    expect(calls.self).toEqual([0, 2, 7, 50, 1]);
    expect(calls.remainders).toEqual([2, 2]);
    expect(leftOut).toEqual({ calls: 4, weight: 8, functions: 0 });
    expect(functions.own.reduce((sum, own) => sum + own, 0)).toBe(60);
    expect(calls.self.reduce((sum, self) => sum + self, calls.root)).toBe(60);
  });

  it('gives each function the category of its code', () => {
    const { categories, functions } = flamePayload(
      profileOf({ 'a@/x/a.js b@/x/node_modules/p/b.js c@node:fs (garbage)': 1 }),
      drawing,
    );
    expect(functions.category.map((one) => categories[one]?.name)).toEqual([
      'own code',
      'packages',
      'Node',
      'V8 and system',
    ]);
    expect(functions.files).toEqual(['/x/a.js', '/x/node_modules/p/b.js', 'node:fs', '']);
  });
});
