import { describe, expect, it } from 'vitest';
import { coldTimer } from './cold-timer.js';

describe('a cold timer', () => {
  it('costs nothing more where the row runs in each operation or more often', () => {
    expect(coldTimer(1, 40)).toEqual({ mean: 0, deviation: 0 });
    expect(coldTimer(7, 40)).toEqual({ mean: 0, deviation: 0 });
  });

  it('costs the more the rarer the row runs, by the logarithm', () => {
    const [half, eighth] = [coldTimer(1 / 2, 40), coldTimer(1 / 8, 40)];
    expect(half.mean).toBeCloseTo(20 * Math.LN2, 9);
    expect(eighth.mean).toBeCloseTo(3 * half.mean, 9);
    expect(eighth.deviation).toBeCloseTo(eighth.mean / 2, 9);
  });

  it('costs nothing where the row never ran', () => {
    expect(coldTimer(0, 40)).toEqual({ mean: 0, deviation: 0 });
  });
});
