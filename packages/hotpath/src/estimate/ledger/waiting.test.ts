import { describe, expect, it } from 'vitest';
import { exampleLedger, rowOf } from '../../../test/support/example-ledger.js';
import { examplePath } from '../../../test/support/example-path.js';
import type { FakePath } from '../../../test/support/fake-measurer.js';

/** A path that waits for half of its 100 µs, most of that in `copy` below `build`. */
const halfWaiting: Partial<FakePath> = {
  inclusive: [100_000, 60_000, 20_000, 15_000, 30_000, 5_000],
  off: [50_000, 48_000, 100, 40_000, 0, 0],
  tree: { ...examplePath.tree, nsPerOperation: 100_000, occupied: 0.5 },
  processorShare: 0.5,
};

describe('time off the processor', () => {
  it('of the path is its share without a processor times the clean whole', async () => {
    expect((await exampleLedger({ processorShare: 0.9 })).waiting.mean).toBeCloseTo(100, 6);
  });

  it('of a row is measured where the path waits', async () => {
    const ledger = await exampleLedger(halfWaiting);
    expect(rowOf(ledger, 'build').waiting?.mean).toBeCloseTo(48_000, 6);
    expect(rowOf(ledger, 'build/copy').waiting?.mean).toBeCloseTo(40_000, 6);
    expect(rowOf(ledger, 'push').waiting?.mean).toBe(0);
    expect(ledger.waiting.mean / 50_000).toBeCloseTo(1, 3);
  });

  it('of a row is null where the path does not wait', async () => {
    expect((await exampleLedger()).rows[0]?.waiting).toBeNull();
  });

  it('of a row is its share in the forks that measure waits, which are slower, times the clean time of all', async () => {
    let fork = 0;
    const forkFactor = (): number => (fork++ === 1 ? 1.3 : 1);
    const ledger = await exampleLedger({ ...halfWaiting, forkFactor });
    const waiting = rowOf(ledger, 'build').waiting?.mean ?? 0;
    expect(ledger.total.mean / 106_000).toBeCloseTo(1, 3);
    expect(waiting / ledger.total.mean).toBeCloseTo(0.48, 3);
  });

  it('of a row is known even if the only replicate that measured it is set aside', async () => {
    let forks = 0;
    const ledger = await exampleLedger({
      ...halfWaiting,
      forkFactor: () => {
        forks++;
        return 1;
      },
      disturb: (batch) => (forks === 1 ? { ...batch, yardstickNs: 6600 } : batch),
    });
    expect(ledger.processor.replicatesSetAside).toBe(1);
    expect(rowOf(ledger, 'build').waiting?.mean).toBeCloseTo(48_000, -2);
  });
});
