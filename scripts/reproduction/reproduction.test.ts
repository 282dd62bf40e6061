import { describe, expect, it } from 'vitest';
import type { Report } from '../../packages/hotpath/src/model/report/report.js';
import { reportOn } from '../../packages/hotpath/src/sessions/report-on.js';
import { measureExample } from '../../packages/hotpath/test/support/example-path.js';
import { changeText, compareRuns, reproductionTable } from './reproduction.js';

const report = async (inclusive: number[]): Promise<Report> => reportOn(await measureExample({ inclusive }));

describe('two runs', () => {
  it('are compared by rows of at least 5 %', async () => {
    const rows = compareRuns(
      [await report([1000, 600, 200, 150, 300, 40])],
      [await report([1000, 600, 190, 190, 300, 40])],
    );
    expect(
      rows.map(({ row, change, reproduced }) => [row, 0 + Number(change.toFixed(3)), reproduced]),
    ).toEqual([
      ['TOTAL', 0, true],
      ['build', -0.128, false],
      ['build/stamp', -0.051, true],
      ['build/copy', 0.235, false],
      ['push', 0, true],
    ]);
    expect(reproductionTable(rows, 80)).toContain('3 of 5 rows within ±10%.');
  });

  it('show the interval of each change', async () => {
    const known = { mean: 1000, low: 970, high: 1030 };
    const measured = async (inclusive: number[]): Promise<Report> => {
      const { ledger, ...rest } = await report(inclusive);
      return { ...rest, ledger: { ...ledger, rows: [], total: known } };
    };
    const first = await measured([1000, 600, 200, 150, 300, 40]);
    const second = await measured([1040, 600]);
    const wider = { ...second, ledger: { ...second.ledger, total: { mean: 1040, low: 1000, high: 1080 } } };
    const [total] = compareRuns([first], [wider]);
    expect(total && changeText(total)).toBe('3.9% ±4.9%');
    const alone = { mean: 1000, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
    const [unknown] = compareRuns([first], [{ ...second, ledger: { ...second.ledger, total: alone } }]);
    expect(unknown && changeText(unknown)).toBe('0.0% ±?');
  });

  it('reproduce nothing of a path that the second run lacks', async () => {
    const rows = compareRuns([await report([1000, 600, 200, 150, 300, 40])], []);
    expect(rows.some((row) => row.reproduced)).toBe(false);
    expect(reproductionTable(rows, 80)).toContain('0 of 5 rows');
  });
});

describe('two runs of a path that waits', () => {
  const waiting = async (wakingNs: number, factor: number): Promise<Report> => {
    const { ledger, ...rest } = await report([1000, 600, 200, 150, 300, 40]);
    const scaled = ({ mean, low, high }: typeof ledger.total, by: number) => ({
      mean: by * mean,
      low: by * low,
      high: by * high,
    });
    const rows = ledger.rows.map((row) =>
      row.id === 'push'
        ? { ...row, ...scaled(row, factor), waiting: scaled(ledger.total, 0.26) }
        : { ...row, waiting: scaled(ledger.total, 0) },
    );
    const total = scaled(ledger.total, 1 + 0.26 * (factor - 1));
    const waking = { quickest: wakingNs, typical: wakingNs, elasticity: 0.26, asleep: null };
    return { ...rest, ledger: { ...ledger, rows, total, waiting: scaled(ledger.total, 0.26), waking } };
  };

  it('are compared after an adjustment to the same wake-up time, which a note explains', async () => {
    const rows = compareRuns([await waiting(100_000, 1)], [await waiting(150_000, 1.5)]);
    const byRow = new Map(rows.map((row) => [row.row, row.change]));
    expect(Math.abs(byRow.get('TOTAL') as number)).toBeLessThan(0.02);
    expect(Math.abs(byRow.get('push') as number)).toBeLessThan(0.1);
    expect(byRow.get('build/stamp')).toBeCloseTo(0, 6);
    expect(reproductionTable(rows, 80).replaceAll(/\s+/g, ' ')).toContain(
      'took 100.00 µs in the first run and 150.00 µs in the second. The times of the second run are adjusted',
    );
  });

  it('differ where the path itself does', async () => {
    const rows = compareRuns([await waiting(100_000, 1)], [await waiting(100_000, 1.5)]);
    expect(rows.find(({ row }) => row === 'push')?.change).toBeCloseTo(0.4, 1);
  });
});
