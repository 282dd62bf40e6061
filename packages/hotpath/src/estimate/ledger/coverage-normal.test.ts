import { describe, expect, it } from 'vitest';
import { coverage, normal } from '../../../test/support/coverage.js';

describe('of 100 intervals', () => {
  it('93 to 97 contain the truth where forks differ with normal noise', async () => {
    const { rows, total } = await coverage((random) => 1 + 0.04 * normal(random));
    expect(rows).toBeGreaterThan(0.93);
    expect(rows).toBeLessThan(0.97);
    expect(total).toBeGreaterThan(0.93);
    expect(total).toBeLessThan(0.97);
  });
});
