import { describe, expect, it } from 'vitest';
import { exampleLedger, rowOf } from '../../../../test/support/example-ledger.js';

describe('spans and marginal cost', () => {
  it('agree on the sample path, so its rows have high confidence', async () => {
    const ledger = await exampleLedger();
    expect(rowOf(ledger, 'build')).toMatchObject({
      confidence: 'high',
      reason: 'two routes agree; interval ±2.0% of the total',
    });
    expect(rowOf(ledger, 'push/copy')).toMatchObject({
      confidence: 'medium',
      reason: 'spans alone: it runs below several rows; interval ±1.8% of the total',
    });
    const apart = await exampleLedger({ marginalFactor: 0.5 });
    expect(rowOf(apart, 'build').confidence).toBe('low');
    expect(rowOf(apart, 'build').reason).toContain('its routes disagree');
  });

  it('are weighted: a short row rests on marginal cost, which has no timer, and a long one on spans', async () => {
    const ledger = await exampleLedger({ inclusive: [10_000, 6000, 20, 150, 300, 50], spanBias: -14 });
    const short = rowOf(ledger, 'build/stamp');
    expect(short.routes.spans?.raw.mean).toBeCloseTo(38, 6);
    expect(short.routes.marginal?.corrected.mean).toBeCloseTo(20, 6);
    expect(Math.abs(short.inclusive.mean - 20)).toBeLessThan(1);
    expect(Math.abs(rowOf(ledger, 'build').inclusive.mean - 6000)).toBeLessThan(15);
    expect(rowOf(ledger, 'build').routes.marginal?.weight).toBeLessThan(0.01);
  });

  it('show what the path hides of the timer, which corrects rows with spans alone', async () => {
    const ledger = await exampleLedger({ inclusive: [10_000, 6000, 20, 150, 300, 50], spanBias: -14 });
    expect(ledger.timer.hidden.mean).toBeGreaterThan(8);
    // 150 ns in two executions.
    expect(Math.abs(rowOf(ledger, 'build/copy').inclusive.mean - 150)).toBeLessThan(10);
  });

  it('change over from their mean to spans alone without a jump, as the loop becomes cheaper', async () => {
    const factors = Array.from({ length: 51 }, (_, index) => 1 - index / 100);
    const build = async (marginalFactor: number) => rowOf(await exampleLedger({ marginalFactor }), 'build');
    const rows = await Promise.all(factors.map(build));
    const times = rows.map(({ inclusive }) => inclusive.mean);
    const jumps = times.slice(1).map((ns, index) => Math.abs(ns - (times[index] as number)));
    // The cost in the loop changes by 6 ns from one factor to the next.
    expect(Math.max(...jumps)).toBeLessThan(6);
    const inPlace = rows[50]?.routes.spans?.corrected.mean as number;
    expect(Math.abs((times.at(-1) as number) - inPlace)).toBeLessThan(1);
    expect(
      Math.abs((times[8] as number) - (rows[8]?.routes.spans?.corrected.mean as number)),
    ).toBeGreaterThan(1);
    expect(rows[10]?.routes.marginal?.weight).toBeGreaterThan(rows[50]?.routes.marginal?.weight as number);
    const widths = rows.map(({ inclusive: { low, high } }) => high - low);
    expect(widths[50]).toBeGreaterThan(2 * (widths[0] as number));
  });

  it('are not combined where the path waits: spans alone decide', async () => {
    const ledger = await exampleLedger({ processorShare: 0.1, marginalFactor: 3 });
    expect(rowOf(ledger, 'build').inclusive.mean).toBeCloseTo(600, 6);
    expect(rowOf(ledger, 'build').routes.marginal?.weight).toBe(0);
  });
});
