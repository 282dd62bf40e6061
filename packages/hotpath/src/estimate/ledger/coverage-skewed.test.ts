import { describe, expect, it } from 'vitest';
import { coverage } from '../../../test/support/coverage.js';

describe('of 100 intervals', () => {
  it('93 to 97 contain the truth where forks differ with skewed noise', async () => {
    // Gamma of shape 4: skewness 1.
    const skewed = (random: () => number): number =>
      0.92 - 0.02 * [1, 2, 3, 4].reduce((sum) => sum + Math.log(1 - random()), 0);
    const { rows, total } = await coverage(skewed);
    expect(rows).toBeGreaterThan(0.93);
    expect(rows).toBeLessThan(0.97);
    expect(total).toBeGreaterThan(0.93);
    expect(total).toBeLessThan(0.97);
  });
});
