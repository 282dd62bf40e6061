import { expect, it } from 'vitest';
import { type GainOfRow, isHeld, verdictOf } from './gain-verdict.js';

const around = (mean: number, width: number) => ({ mean, low: mean - width, high: mean + width });
const gain = (projected: number, real: number, width: number): GainOfRow => ({
  row: 'row',
  projected: around(projected, width * Math.SQRT1_2),
  real: around(real, width * Math.SQRT1_2),
});

it('is right up to an error of a tenth where the intervals are narrow', () => {
  expect(verdictOf(gain(109, 100, 5))).toBe('yes');
  expect(verdictOf(gain(111, 100, 5))).toBe('NO');
  expect(verdictOf(gain(-109, -100, 5))).toBe('yes');
});

it('is unsure where the intervals are wider than a tenth, unless the error exceeds both', () => {
  expect(verdictOf(gain(100, 100, 11))).toBe('unsure');
  expect(verdictOf(gain(125, 100, 20))).toBe('unsure');
  expect(verdictOf(gain(140, 100, 20))).toBe('NO');
});

it('holds where the difference is within both intervals', () => {
  expect(isHeld(gain(119, 100, 20))).toBe(true);
  expect(isHeld(gain(121, 100, 20))).toBe(false);
});
