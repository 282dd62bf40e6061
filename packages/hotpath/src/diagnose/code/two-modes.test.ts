import { describe, expect, it } from 'vitest';
import { exampleReport, findingOf } from '../../../test/support/example-ledger.js';

describe('two speeds', () => {
  it('are a finding that says so if each fork alternates between them', async () => {
    const report = await exampleReport(
      {
        disturb: (batch, random) => ({
          ...batch,
          wholeNs: batch.wholeNs * (random() < 0.4 ? 1.15 : 1) * (1 + 0.01 * random()),
        }),
      },
      { replicates: 8 },
      3,
    );
    expect(report.ledger.modes?.highShare).toBeGreaterThan(0.25);
    expect(findingOf(report, 'two-modes')?.message).toContain('the same fork alternates between them');
  });

  it('are a finding that says so if each fork stays in one of them', async () => {
    const report = await exampleReport(
      {
        forkFactor: (random) => (random() < 0.5 ? 1 : 1.15),
        disturb: (batch, random) => ({ ...batch, wholeNs: batch.wholeNs * (1 + 0.01 * random()) }),
      },
      { replicates: 8 },
      3,
    );
    expect(findingOf(report, 'two-modes')?.message).toContain('a fork stays in one of them');
  });
});
