import { describe, expect, it } from 'vitest';
import { examplePath, measureExample } from '../../test/support/example-path.js';
import { policies } from '../plan/effort/policy.js';
import { seededRandom } from '../stats/random.js';
import { reportOn } from './report-on.js';

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Factors by which forks differ, 1 on average. */
const noises: Record<string, (random: () => number) => number> = {
  normal: (random) => 1 + 0.04 * normal(random),
  // Gamma of shape 4: skewness 1.
  skewed: (random) => 0.92 - 0.02 * [1, 2, 3, 4].reduce((sum) => sum + Math.log(1 - random()), 0),
  bimodal: (random) => (random() < 0.3 ? 1.07 : 0.97) + 0.005 * normal(random),
};

/** Bias of spans: a part that all rows of a path share, and 4 ns by which they differ. */
function biases(random: () => number): number[] {
  const shared = 0.25 * examplePath.interval * normal(random);
  return examplePath.inclusive.map(() => shared + 4 * normal(random));
}

/** Cost of a run in a loop: 10 % cheaper or 3 % more expensive, one standard deviation. */
const loopFactor = (z: number): number => 1 + (z < 0 ? 0.1 : 0.03) * z;

const truths: Record<string, number> = { build: 600, push: 300 };

/** Share of intervals that contain the truth, for rows and for the total, over simulated sessions. */
async function coverage(
  forkFactor: (random: () => number) => number,
): Promise<{ rows: number; total: number }> {
  const sessions = 700;
  let rows = 0;
  let totals = 0;
  for (let seed = 0; seed < sessions; seed++) {
    const random = seededRandom(seed + 1e6);
    const { total, rows: all } = reportOn(
      await measureExample(
        {
          batches: 16,
          forkFactor,
          // The method's own systematic error, which the forks of a session share.
          spanBias: biases(random),
          marginalFactor: loopFactor(normal(random)),
        },
        { replicates: policies.default.replicates },
        seed,
      ),
    ).ledger;
    if (total.low <= 1000 && 1000 <= total.high) totals++;
    for (const [id, truth] of Object.entries(truths)) {
      const row = all.find((each) => each.id === id)?.inclusive;
      if (row && row.low <= truth && truth <= row.high) rows++;
    }
  }
  return { rows: rows / sessions / 2, total: totals / sessions };
}

describe('of 100 intervals, 93 to 97 contain the truth', () => {
  it.each(Object.entries(noises))('where forks differ with %s noise', async (_, noise) => {
    const { rows, total } = await coverage(noise);
    expect(rows).toBeGreaterThan(0.93);
    expect(rows).toBeLessThan(0.97);
    expect(total).toBeGreaterThan(0.93);
    expect(total).toBeLessThan(0.97);
  });
});
