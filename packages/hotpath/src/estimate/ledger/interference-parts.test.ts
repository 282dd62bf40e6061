import { describe, expect, it } from 'vitest';
import { exampleLedger } from '../../../test/support/example-ledger.js';
import type { examplePath } from '../../../test/support/example-path.js';

describe('interference', () => {
  it('is divided into pre-emption and contention where there is no log', async () => {
    const disturb: typeof examplePath.disturb = (batch) =>
      batch.startMs % 4 === 0
        ? { ...batch, wholeNs: batch.wholeNs + 5e5, preemptedNs: 2e5, yardstickNs: 6000 }
        : batch;
    const { disturbances, interference } = await exampleLedger({ disturb, processorShare: 0.9 });
    expect(disturbances.map(({ name, mean }) => [name, Math.round(mean * 256 * 4)])).toEqual([
      ['pre-emption', 2e5],
      ['contention', 3e5],
    ]);
    expect(interference.mean).toBeCloseTo(5e5 / 4 / 256, 6);
  });

  it("has a part for compilation where V8's log has events: batches with one against batches without", async () => {
    const events = 4;
    const { disturbances } = await exampleLedger(
      {
        compilation: {
          functions: [],
          deoptimisations: [],
          eventsMs: Array.from({ length: events }, (_, index) => 10 * index),
          pathEventsMs: [],
        },
        disturb: (batch) => ({
          ...batch,
          wholeNs: batch.wholeNs + (batch.startMs % 10 === 0 ? 50_000 : 0),
        }),
      },
      { replicates: 8 },
      3,
    );
    const meanOf = (part: string) => disturbances.find(({ name }) => name === part)?.mean;
    expect(meanOf('compilation')).toBeCloseTo((events * 50_000) / (40 * 256), 3);
    expect(meanOf('contention')).toBeCloseTo(0, 3);
  });
});
