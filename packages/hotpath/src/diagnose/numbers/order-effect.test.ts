import { describe, expect, it } from 'vitest';
import { exampleReport, findingOf } from '../../../test/support/example-ledger.js';

describe('an effect of order', () => {
  it('is a finding if the copy that is loaded second is slower', async () => {
    const first = new Map<() => number, string>();
    const report = await exampleReport(
      {
        disturb(batch, random, { id, kind }) {
          if (kind !== 'base' && kind !== 'twin') return batch;
          if (!first.has(random)) first.set(random, id);
          const factor = (first.get(random) === id ? 1 : 1.1) * (1 + 0.01 * random());
          return { ...batch, wholeNs: batch.wholeNs * factor };
        },
      },
      { replicates: 8 },
      3,
    );
    expect(report.ledger.orderEffects.loading.mean).toBeCloseTo(0.095, 2);
    expect(findingOf(report, 'order-effect')?.message).toMatch(
      /^the copy that is loaded second takes 9\.\d% longer than the first/,
    );
  });

  it('is a finding if the machine becomes slower from fork to fork', async () => {
    let forks = 0;
    const report = await exampleReport({ forkFactor: () => 1 + 0.02 * forks++ }, { replicates: 8 }, 3);
    expect(report.ledger.orderEffects.drift.mean).toBeCloseTo(0.131, 2);
    expect(findingOf(report, 'order-effect')).toBeDefined();
  });
});
