import { describe, expect, it } from 'vitest';
import { examplePath, measureExample } from '../../../test/support/example-path.js';
import type { Batch } from '../../model/measurement/measurement.js';
import type { Ledger } from '../../model/report/ledger.js';
import { seededRandom } from '../../stats/random.js';
import { estimateLedger } from '../ledger/estimate-ledger.js';

const wakingNs = 45_000;
const wholeNs = 100_000;
const forks = 8;

/** A path of 100 µs that waits, with a row of 60 µs. Waking time differs twofold between forks; the path `follows` it or not. */
async function ledgerOf(follows: boolean, machine = machines(3)): Promise<Ledger> {
  let fork = -1;
  const disturb = (batch: Batch, random: () => number): Batch => {
    const slow = (machine[fork] as readonly number[])[batch.startMs] as number;
    const factor = follows ? slow : 1;
    return {
      ...batch,
      wholeNs: batch.wholeNs * factor * (0.95 + 0.1 * random()),
      wakingNs: wakingNs * slow * (0.8 + 0.4 * random()),
      spans: batch.spans.map((span) => ({ ...span, sumNs: span.sumNs * factor })),
    };
  };
  const measurement = await measureExample(
    {
      inclusive: [wholeNs, 60_000, 20_000, 15_000, 30_000, 5_000],
      tree: { ...examplePath.tree, nsPerOperation: wholeNs, occupied: 0.5 },
      processorShare: 0.5,
      forkFactor: () => {
        fork++;
        return 1;
      },
      disturb,
    },
    { replicates: forks },
  );
  return estimateLedger(measurement);
}

/** The factor on waking time in each fork and each of its rounds. */
function machines(seed: number): number[][] {
  const random = seededRandom(seed);
  return Array.from({ length: forks }, () => {
    const own = 0.7 + 0.9 * random();
    return Array.from({ length: examplePath.batches }, () => own * (0.9 + 0.2 * random()));
  });
}

const halfWidth = ({ total }: Ledger): number => (total.high - total.low) / 2 / total.mean;

describe('the time of a path that waits', () => {
  it('is the same multiple of waking time in every session if it follows waking time', async () => {
    const ledgers = [await ledgerOf(true), await ledgerOf(true, machines(4))];
    for (const ledger of ledgers) {
      const { typical = Number.NaN, elasticity = 0 } = ledger.waking ?? {};
      expect(elasticity).toBeGreaterThan(0.9);
      expect(ledger.total.mean / typical / (wholeNs / wakingNs)).toBeCloseTo(1, 1);
      expect(halfWidth(ledger)).toBeLessThan(0.05);
      expect((ledger.rows[0]?.inclusive.mean ?? 0) / ledger.total.mean).toBeCloseTo(0.6, 1);
    }
    const [one, other] = ledgers.map(({ waking }) => waking?.typical ?? 0);
    expect(Math.abs((one as number) / (other as number) - 1)).toBeGreaterThan(0.05);
  });

  it('is not corrected if it does not follow waking time', async () => {
    const ledger = await ledgerOf(false);
    expect(ledger.waking?.elasticity).toBeLessThan(0.1);
    expect(ledger.total.mean / wholeNs).toBeCloseTo(1, 1);
    expect(halfWidth(ledger)).toBeLessThan(0.02);
  });
});
