import { describe, expect, it } from 'vitest';
import { exampleReport, findingOf } from '../../../test/support/example-ledger.js';

describe('the interval of the total', () => {
  it('is a finding with a number if it is wider than 5 % of the total', async () => {
    const report = await exampleReport({ forkFactor: (random) => 1 + random() });
    const { total } = report.ledger;
    expect(findingOf(report, 'wide-interval')?.evidence).toEqual({
      relativeHalfWidth: (total.high - total.low) / 2 / total.mean,
    });
  });

  it('is a finding with the number of replicates if there is none', async () => {
    const report = await exampleReport({}, { replicates: 1 });
    expect(findingOf(report, 'wide-interval')).toMatchObject({
      message: 'the total has no interval, since a single replicate was measured',
      evidence: { replicates: 1 },
    });
  });
});
