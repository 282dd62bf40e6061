import { expect, it } from 'vitest';
import { type GainOfRow, isHeld, verdictOf } from './gain-verdict.js';

const around = (mean: number, width: number) => ({ mean, low: mean - width, high: mean + width });
const gain = (projected: number, real: number, width: number): GainOfRow => ({
  row: 'row',
  projected: around(projected, width * Math.SQRT1_2),
  real: around(real, width * Math.SQRT1_2),
});

it('judges a row that is known well enough by the tenth', () => {
  expect(verdictOf(gain(109, 100, 5))).toBe('yes');
  expect(verdictOf(gain(111, 100, 5))).toBe('NO');
  expect(verdictOf(gain(-109, -100, 5))).toBe('yes');
});

it('calls nothing right or wrong by luck: what is hardly known is unsure', () => {
  expect(verdictOf(gain(100, 100, 11))).toBe('unsure');
  expect(verdictOf(gain(125, 100, 20))).toBe('unsure');
  expect(verdictOf(gain(140, 100, 20))).toBe('NO');
});

it('holds what differs by no more than both intervals', () => {
  expect(isHeld(gain(119, 100, 20))).toBe(true);
  expect(isHeld(gain(121, 100, 20))).toBe(false);
});
