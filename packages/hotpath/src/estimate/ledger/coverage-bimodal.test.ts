import { describe, expect, it } from 'vitest';
import { coverage, normal } from '../../../test/support/coverage.js';

describe('of 100 intervals', () => {
  it('93 to 97 contain the truth where forks differ with bimodal noise', async () => {
    const { rows, total } = await coverage(
      (random) => (random() < 0.3 ? 1.07 : 0.97) + 0.005 * normal(random),
    );
    expect(rows).toBeGreaterThan(0.93);
    expect(rows).toBeLessThan(0.97);
    expect(total).toBeGreaterThan(0.93);
    expect(total).toBeLessThan(0.97);
  });
});
