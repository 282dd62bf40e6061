import { expect, it } from 'vitest';
import { divide, divided, type Stack } from './divide.js';

const rule = { most: 20, enough: 0.1, leastGain: 0.03 };

/** Stacks of candidates by letters, outermost first. */
function stacksOf(shares: Readonly<Record<string, number>>): Stack[] {
  return Object.entries(shares).map(([steps, share]) => ({ steps: [...steps].map(indexOf), share }));
}

function indexOf(letter: string): number {
  return letter.charCodeAt(0) - 97;
}

function chosenOf(stacks: readonly Stack[], most = rule.most): string {
  const candidates = [...new Set(stacks.flatMap(({ steps }) => steps))];
  const { chosen } = divide(stacks, candidates, { ...rule, most });
  return chosen.map((index) => String.fromCharCode(97 + index)).join('');
}

it('chooses what divides, not what passes on', () => {
  // a calls b, which does nothing itself and calls c and d.
  const stacks = stacksOf({ a: 0.02, ab: 0.02, abc: 0.5, abd: 0.46 });
  expect([...chosenOf(stacks)].sort().slice(-2).join('')).toBe('cd');
  expect(chosenOf(stacks)).not.toContain('ab');
});

it('leaves a row alone that keeps little', () => {
  expect(chosenOf(stacksOf({ '': 0.03, a: 0.05, b: 0.92 }))).not.toContain('a');
});

it('chooses no more than the most', () => {
  const letters = [...'abcdefghij'];
  const stacks = stacksOf(Object.fromEntries(letters.map((letter) => [letter, 0.1])));
  expect(chosenOf(stacks, 4)).toHaveLength(4);
});

it('counts a function below two parents as two rows', () => {
  const { parts } = divided(stacksOf({ ac: 0.25, bc: 0.25, a: 0.25, b: 0.25 }), [0, 1, 2]);
  expect(parts.map(({ around, own }) => [around.join('/'), own])).toEqual([
    ['0/2', 0.25],
    ['1/2', 0.25],
    ['0', 0.25],
    ['1', 0.25],
  ]);
});

it('gives parts whose own shares add up to the path', () => {
  const { parts } = divide(stacksOf({ a: 0.3, ab: 0.3, c: 0.4 }), [0, 1, 2], rule);
  expect(parts.reduce((sum, { own }) => sum + own, 0)).toBeCloseTo(1, 12);
});
