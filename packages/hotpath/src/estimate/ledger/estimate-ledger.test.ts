import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleLedger, rowOf } from '../../../test/support/example-ledger.js';
import { measureExample } from '../../../test/support/example-path.js';
import { estimateLedger } from './estimate-ledger.js';

describe('the ledger', () => {
  it('adds up to the total exactly for any costs, including rows that exceed the whole', async () => {
    const costs = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 6, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(costs, async (inclusive) => {
        const { rows, total, unexplained } = await exampleLedger(
          { inclusive, batches: 4 },
          { replicates: 2 },
        );
        const sum = rows.reduce((all, row) => all + row.mean, 0) + unexplained.mean;
        expect(Math.abs(sum - total.mean)).toBeLessThanOrEqual(1e-9 * Math.max(1, ...inclusive));
      }),
      { numRuns: 40 },
    );
  });

  it('has infinite intervals and low confidence with a single replicate', async () => {
    const ledger = await exampleLedger({}, { replicates: 1 });
    expect(ledger.total.high).toBe(Number.POSITIVE_INFINITY);
    expect(rowOf(ledger, 'build').confidence).toBe('low');
  });

  it('cannot be made without a complete replicate', async () => {
    const measurement = await measureExample();
    expect(() => estimateLedger({ ...measurement, forks: [] })).toThrow('sample: no replicate is complete');
  });
});
