import { describe, expect, it } from 'vitest';
import { exampleLedger, rowOf } from '../../../test/support/example-ledger.js';
import { type examplePath, measureExample } from '../../../test/support/example-path.js';
import { frameAt, stackOf } from '../../../test/support/example-stacks.js';
import { estimateLedger } from './estimate-ledger.js';

describe('the row of garbage collection', () => {
  it("has the operations' part of all pauses, which are kept out of the rows that they struck", async () => {
    const disturb: typeof examplePath.disturb = (batch) => {
      if (batch.startMs % 5 !== 0) return batch;
      const spans = batch.spans.map((span) => ({ ...span, sumNs: span.sumNs + 2e5 }));
      const struck = { spans, wholeNs: batch.wholeNs + 2e5, collectionNs: 2e5, collections: 1 };
      return { ...batch, ...struck, allocatedBytes: null };
    };
    const stacks = [stackOf(10, frameAt(11))];
    const sampled = { refused: null, operations: 1000, wholeNs: 2e6, stacks };
    const ledger = await exampleLedger({ disturb, sampled });
    // Pauses of 200 µs in every fifth batch. Settling allocates as much as the operations, so half is theirs.
    const collection = 2e5 / 256 / 5 / 2;
    expect(ledger.allocatedBytes.mean).toBeCloseTo(700, 6);
    expect(rowOf(ledger, 'garbage collection').mean).toBeCloseTo(collection, 6);
    expect(rowOf(ledger, 'build/stamp').mean).toBeCloseTo(200, 6);
    expect(ledger.total.mean).toBeCloseTo(1000 + collection, 6);
    // The time that was sampled contains pauses, too.
    expect(rowOf(ledger, 'build').routes.sampled?.slowDown).toBeCloseTo(2000 / (1000 + collection), 9);
  });

  it('is divided by kind of pause, in proportion to their times', async () => {
    const measurement = await measureExample();
    const pauses = [
      { kind: 'major', count: 1, ns: 1e6 },
      { kind: 'minor', count: 9, ns: 3e6 },
    ] as const;
    const forks = measurement.forks.map((fork) => ({
      ...fork,
      pauses,
      variants: fork.variants.map((variant) => ({
        ...variant,
        batches: variant.batches.map((batch) => ({
          ...batch,
          settlingCollections: 1,
          settlingCollectionNs: 1e5,
        })),
      })),
    }));
    const ledger = estimateLedger({ ...measurement, forks });
    const row = rowOf(ledger, 'garbage collection');
    expect(row.mean).toBeGreaterThan(0);
    expect(ledger.collections[1]?.pauses).toBeCloseTo((0.75 * row.mean) / (3e6 / 9), 10);
    expect(ledger.collections.map(({ name, mean }) => [name, mean / row.mean])).toEqual([
      ['major', 0.25],
      ['minor', 0.75],
    ]);
  });
});
