import { describe, expect, it } from 'vitest';
import { exampleLedger, rowOf } from '../../../test/support/example-ledger.js';
import type { examplePath } from '../../../test/support/example-path.js';

type Disturb = typeof examplePath.disturb;

describe('the clean whole', () => {
  it('is the mean of calm batches; what the others take more is interference', async () => {
    const disturb: Disturb = (batch) => {
      if (batch.startMs % 4 !== 0) return { ...batch, wholeNs: batch.wholeNs * 1.5, yardstickNs: 5500 };
      return batch.startMs % 8 === 0 ? { ...batch, wholeNs: batch.wholeNs + 4e6, preemptedNs: 4e6 } : batch;
    };
    const { total, interference, processor } = await exampleLedger({ disturb, batches: 80 });
    expect(total.mean).toBeCloseTo(1000, 6);
    expect(interference.mean).toBeCloseTo(0.75 * 500 + (0.125 * 4e6) / 256, 6);
    expect(processor).toEqual({ calmShare: 0.25, replicatesUsed: 5, replicatesSetAside: 0 });
  });

  it('includes waking up that every normal batch shows as pre-emption', async () => {
    const disturb: Disturb = (batch) =>
      batch.startMs % 10 === 3
        ? { ...batch, wholeNs: batch.wholeNs * 3 }
        : { ...batch, preemptedNs: 0.05 * batch.wholeNs };
    expect((await exampleLedger({ disturb })).total.mean).toBeCloseTo(1000, 6);
  });

  it.each([1, 0.1])(
    'rests on the third of batches that was not pre-empted, with a processor for a share of %d',
    async (processorShare) => {
      const disturb: Disturb = (batch) =>
        batch.startMs % 3 === 0
          ? batch
          : { ...batch, wholeNs: 3 * batch.wholeNs, preemptedNs: batch.wholeNs };
      expect((await exampleLedger({ disturb, processorShare })).total.mean).toBeCloseTo(1000, 6);
    },
  );

  it('rests on the least pre-empted quarter where all batches were pre-empted', async () => {
    const disturb: Disturb = (batch) => {
      const factor = batch.startMs % 3 === 0 ? 0.1 : 2;
      return { ...batch, wholeNs: (1 + factor) * batch.wholeNs, preemptedNs: factor * batch.wholeNs };
    };
    expect((await exampleLedger({ disturb })).total.mean).toBeCloseTo(1100, 6);
  });

  it('is the mean of all modes of a path that waits, and the faster mode of one that computes', async () => {
    const disturb: Disturb = (batch) => ({
      ...batch,
      wholeNs: batch.wholeNs * (batch.startMs % 2 === 0 ? 1 : 3),
    });
    expect((await exampleLedger({ disturb, processorShare: 0.1 })).total.mean).toBeCloseTo(2000, 6);
    expect((await exampleLedger({ disturb })).total.mean).toBeCloseTo(1000, 6);
  });
});

describe('a long wait', () => {
  it('and the whole are compared at the same luck', async () => {
    // 90 µs of waiting in `push`, varying threefold from batch to batch; four other rows.
    const disturb: Disturb = (batch, random, variant) => {
      const luck = 90_000 * 256 * (0.5 + random());
      const spans = batch.spans.map((span) => ({ ...span, sumNs: span.sumNs + luck }));
      const waits = variant.kind === 'span' && variant.places.includes(3);
      return { ...batch, wholeNs: batch.wholeNs + luck, spans: waits ? spans : batch.spans };
    };
    const ledger = await exampleLedger({ disturb, batches: 12, processorShare: 0.05 });
    const { explained, total } = ledger;
    expect(total.mean).toBeGreaterThan(40_000);
    expect(Math.abs(explained - (total.mean - 100) / total.mean)).toBeLessThan(0.005);
    expect(Math.abs(rowOf(ledger, 'build').inclusive.mean - 600)).toBeLessThan(100);
  });
});
