import { describe, expect, it } from 'vitest';
import { exampleLedger } from '../../../test/support/example-ledger.js';
import { examplePath } from '../../../test/support/example-path.js';

describe('waking time', () => {
  it('is that of the calmest fork and of the median fork', async () => {
    let fork = 0;
    const { waking } = await exampleLedger({
      inclusive: [100_000, 60_000, 20_000, 15_000, 30_000, 5_000],
      tree: { ...examplePath.tree, nsPerOperation: 100_000, occupied: 0.5 },
      processorShare: 0.5,
      disturb: (batch) => ({ ...batch, wakingNs: 46_000 + 1000 * fork }),
      forkFactor: () => {
        fork++;
        return 1;
      },
    });
    expect(waking).toEqual({ quickest: 47_000, typical: 49_000, elasticity: 0, asleep: null });
  });

  it('is null where the path does not wait', async () => {
    expect((await exampleLedger()).waking).toBeNull();
  });
});
