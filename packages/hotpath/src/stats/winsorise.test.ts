import { describe, expect, it } from 'vitest';
import { winsorise } from './winsorise.js';

const steady = [1000, 1000, 1000, 1000, 1000];

describe('winsorising', () => {
  it('moves a value that is far from the others to the limit, and no other', () => {
    const moved = winsorise([100, 101, 99, 100, 450], steady, 1);
    expect(moved.slice(0, 4)).toEqual([100, 101, 99, 100]);
    // Two robust standard deviations above the median.
    expect(moved[4]).toBeCloseTo(100 + 2 * 1.4826, 9);
  });

  it('keeps values that follow their reference, however far apart they are', () => {
    const values = [100, 150, 101, 149, 300];
    expect(winsorise(values, [1000, 1500, 1010, 1490, 3000], 1)).toEqual(values);
  });

  it('takes at least the given deviation for normal', () => {
    const values = [100, 100, 100, 100, 109];
    expect(winsorise(values, steady, 5)).toEqual(values);
    expect(winsorise(values, steady, 1)[4]).toBeCloseTo(102, 9);
  });

  it('leaves two values and one value as they are', () => {
    expect(winsorise([100, 300], [1000, 1000], 1)).toEqual([100, 300]);
    expect(winsorise([100], [1000], 1)).toEqual([100]);
  });
});
