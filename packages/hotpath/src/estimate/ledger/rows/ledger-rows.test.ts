import { describe, expect, it } from 'vitest';
import { exampleLedger, rowOf } from '../../../../test/support/example-ledger.js';
import type { examplePath } from '../../../../test/support/example-path.js';
import type { Compilation } from '../../../model/measurement/compilation.js';

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

describe('a row of the ledger', () => {
  it('has its time without child rows and without the timer', async () => {
    const { rows, total, timer } = await exampleLedger();
    expect(Object.fromEntries(rows.map((row) => [row.id, rounded(row.mean)]))).toEqual({
      build: 250,
      'build/stamp': 200,
      'build/copy': 150,
      push: 250,
      'push/copy': 50,
      'garbage collection': 0,
    });
    expect(total.mean).toBeCloseTo(1000, 9);
    expect(timer.interval.mean).toBeCloseTo(32, 9);
    expect(timer.perturbation.mean).toBeCloseTo(55, 9);
  });

  it('has its executions per operation, and the dilation of the whole by its probe', async () => {
    const ledger = await exampleLedger();
    expect(rowOf(ledger, 'build/copy').calls).toBe(2);
    expect(rowOf(ledger, 'push/copy').calls).toBe(1);
    expect(rowOf(ledger, 'build/copy').dilation).toBeCloseTo((1000 + 3 * 55) / 1000, 9);
  });

  it('has the raw span, the timer in it, and the corrected span', async () => {
    expect(rowOf(await exampleLedger(), 'build').routes.spans).toMatchObject({
      raw: { mean: 632 },
      overhead: 32,
      corrected: { mean: 600 },
    });
  });

  it('has allocated bytes if it is repeated, and null if not', async () => {
    const ledger = await exampleLedger({ allocated: [700, 300, 96, 0, 0, 0] });
    expect(rowOf(ledger, 'build').allocatedBytes?.mean).toBeCloseTo(300, 6);
    expect(rowOf(ledger, 'build/stamp').allocatedBytes?.mean).toBeCloseTo(96, 6);
    expect(rowOf(ledger, 'build/copy').allocatedBytes).toBeNull();
  });

  it('keeps a cost of one operation in many, since every batch contains it', async () => {
    const ledger = await exampleLedger({ inclusive: [1000, 600, 200 + 70_000 / 128, 150, 300, 50] });
    expect(rowOf(ledger, 'build/stamp').mean).toBeCloseTo(200 + 70_000 / 128, 6);
  });

  it("has the tiers of its function in V8's logs, added over forks; null where no log mentions it", async () => {
    const compilation: Compilation = {
      functions: [
        {
          name: 'build',
          file: '/project/logger.ts',
          line: 10,
          before: { baseline: 3 },
          after: { baseline: 1, turbofan: 2 },
          changed: 2,
          inlinedInto: ['run', 'log'],
        },
      ],
      deoptimisations: [],
      eventsMs: [],
      pathEventsMs: [],
    };
    const ledger = await exampleLedger({ compilation });
    expect(rowOf(ledger, 'build').code).toEqual({
      function: 'build',
      before: { baseline: 15 },
      after: { baseline: 5, turbofan: 10 },
      changed: 10,
      inlinedInto: ['log', 'run'],
    });
    expect(rowOf(ledger, 'push').code).toBeNull();
  });
});

describe('a row whose variant never found the processor calm', () => {
  it('is moved to the luck of the whole, which was calm', async () => {
    const disturb: typeof examplePath.disturb = (batch, random, variant) => {
      if (variant.kind !== 'span' || !variant.places.includes(0)) return batch;
      const factor = 1.4 + 0.4 * random();
      const spans = batch.spans.map((span) => ({ ...span, sumNs: factor * span.sumNs }));
      return { ...batch, wholeNs: factor * batch.wholeNs, yardstickNs: 9000, spans };
    };
    const ledger = await exampleLedger({ disturb });
    expect(ledger.total.mean).toBeCloseTo(1000, 6);
    // As measured, the row is at least 40 % too long.
    expect(Math.abs(rowOf(ledger, 'build').inclusive.mean - 600)).toBeLessThan(20);
  });
});
