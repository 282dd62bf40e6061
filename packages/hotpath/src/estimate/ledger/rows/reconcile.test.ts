import { describe, expect, it } from 'vitest';
import { exampleLedger, rowOf } from '../../../../test/support/example-ledger.js';

describe('spans and marginal cost', () => {
  it('agree on the sample path, so its rows have high confidence', async () => {
    const ledger = await exampleLedger();
    expect(rowOf(ledger, 'build')).toMatchObject({
      confidence: 'high',
      reason: 'its routes agree; interval ±2.3% of the total',
    });
    expect(rowOf(ledger, 'push/copy')).toMatchObject({
      confidence: 'medium',
      reason: 'no marginal cost: it runs below several rows; interval ±1.7% of the total',
    });
    const apart = await exampleLedger({ marginalFactor: 0.5 });
    expect(rowOf(apart, 'build').confidence).toBe('medium');
    expect(rowOf(apart, 'build').reason).toContain('the other routes contradict its marginal cost');
  });

  it('are weighted: a short row rests on marginal cost, which has no timer, and a long one on spans', async () => {
    const ledger = await exampleLedger({ inclusive: [10_000, 6000, 20, 150, 300, 50], spanBias: -14 });
    const short = rowOf(ledger, 'build/stamp');
    expect(short.routes.spans?.raw.mean).toBeCloseTo(38, 6);
    expect(short.routes.marginal?.corrected.mean).toBeCloseTo(20, 6);
    expect(Math.abs(short.inclusive.mean - 20)).toBeLessThan(1);
    expect(Math.abs(rowOf(ledger, 'build').inclusive.mean - 6000)).toBeLessThan(15);
    expect(rowOf(ledger, 'build').routes.marginal?.weight).toBeLessThan(0.1);
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
    ).toBeGreaterThan(0.5);
    expect(rows[10]?.routes.marginal?.weight).toBeGreaterThan(rows[50]?.routes.marginal?.weight as number);
  });

  it('are not combined where the path waits: spans alone decide', async () => {
    const ledger = await exampleLedger({ processorShare: 0.1, marginalFactor: 3 });
    expect(rowOf(ledger, 'build').inclusive.mean).toBeCloseTo(600, 6);
    expect(rowOf(ledger, 'build').routes.marginal?.weight).toBe(0);
  });
});
