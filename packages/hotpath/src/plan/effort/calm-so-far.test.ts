import { expect, it } from 'vitest';
import { measureExample } from '../../../test/support/example-path.js';
import { calmLimitSoFar } from './calm-so-far.js';

it('the calm limit is a factor of the best yardstick of all forks so far, in which one fast reading does not count', async () => {
  const { forks } = await measureExample({
    disturb: (batch, random) => ({ ...batch, yardstickNs: batch.startMs === 3 ? 100 : 4400 + 10 * random() }),
  });
  expect(calmLimitSoFar([], 1.04)).toBeNull();
  const limits = forks.map((_, index) => calmLimitSoFar(forks.slice(0, index + 1), 1.04));
  expect(limits.every((limit) => limit !== null && limit >= 1.04 * 4400 && limit < 1.04 * 4410)).toBe(true);
  expect([...limits].sort().reverse()).toEqual(limits);
});
