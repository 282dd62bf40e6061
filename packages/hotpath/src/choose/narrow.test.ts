import { expect, it } from 'vitest';
import { cover } from './cover.js';
import { divided, type Stack } from './divide.js';
import { narrow } from './narrow.js';

const rule = { large: 0.2, most: 20 };

it('names the innermost candidate that has most of a large row', () => {
  const stacks: Stack[] = [
    { steps: [0, 1, 2], share: 0.7 },
    { steps: [0, 1], share: 0.2 },
    { steps: [0], share: 0.1 },
  ];
  expect(narrow(stacks, [0, 1, 2], divided(stacks, [0]), rule).chosen).toEqual([0, 2]);
});

it('leaves small rows, and large ones without such a candidate', () => {
  const stacks: Stack[] = [
    { steps: [0, 1], share: 0.15 },
    { steps: [2, 3], share: 0.45 },
    { steps: [2, 4], share: 0.4 },
  ];
  expect(narrow(stacks, [0, 1, 2, 3, 4], divided(stacks, [0, 2]), rule).chosen).toEqual([0, 2]);
});

it('does not go beyond the most rows', () => {
  const stacks: Stack[] = [{ steps: [0, 1], share: 1 }];
  expect(narrow(stacks, [0, 1], divided(stacks, [0]), { large: 0.2, most: 1 }).chosen).toEqual([0]);
});

it('covers what is outside of all rows, with the candidates that leave the least', () => {
  const stacks: Stack[] = [
    { steps: [0], share: 0.5 },
    { steps: [1], share: 0.3 },
    { steps: [1, 2], share: 0.15 },
    { steps: [], share: 0.05 },
  ];
  expect(cover(stacks, [0, 1, 2], divided(stacks, []), 20).chosen).toEqual([0, 1]);
});
