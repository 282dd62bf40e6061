import { estimateLedger } from '../../src/estimate/ledger/estimate-ledger.js';
import { placeDoubt } from '../../src/estimate/ledger/rows/span-evidence.js';
import { policies } from '../../src/plan/effort/policy.js';
import { seededRandom } from '../../src/stats/random.js';
import { examplePath, measureExample } from './example-path.js';

/** A standard normal number. */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Bias of spans: a part that all rows of a path share, and one by which they differ, as `placeDoubt` says. */
function biases(random: () => number): number[] {
  const shared = 0.25 * examplePath.interval * normal(random);
  return examplePath.inclusive.map(
    (ns) => shared + Math.hypot(placeDoubt.ns, placeDoubt.share * ns) * normal(random),
  );
}

/** Cost of a run in a loop: 10% cheaper or 3% more expensive, one standard deviation. */
const loopFactor = (z: number): number => 1 + (z < 0 ? 0.1 : 0.03) * z;

const truths: Record<string, number> = { build: 600, push: 300 };

/**
 * Share of intervals that contain the truth, for rows and for the total, over 700 simulated sessions.
 * `forkFactor` gives the factors by which forks differ, 1 on average.
 */
export async function coverage(
  forkFactor: (random: () => number) => number,
): Promise<{ rows: number; total: number }> {
  const sessions = 700;
  let rows = 0;
  let totals = 0;
  for (let seed = 0; seed < sessions; seed++) {
    const random = seededRandom(seed + 1e6);
    const { total, rows: all } = estimateLedger(
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
    );
    if (total.low <= 1000 && 1000 <= total.high) totals++;
    for (const [id, truth] of Object.entries(truths)) {
      const row = all.find((each) => each.id === id)?.inclusive;
      if (row && row.low <= truth && truth <= row.high) rows++;
    }
  }
  return { rows: rows / sessions / 2, total: totals / sessions };
}
