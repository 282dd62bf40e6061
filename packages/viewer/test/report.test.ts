import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../hotpath/src/model/report/estimate.js';
import type { ForkReceipt } from '../../hotpath/src/model/report/fork-receipt.js';
import type { Report } from '../../hotpath/src/model/report/report.js';
import { inUnit as printedTime, timeUnit as printedUnit } from '../../hotpath/src/report/text/units.js';
import { reportOn } from '../../hotpath/src/sessions/report-on.js';
import { measureExample } from '../../hotpath/test/support/example-path.js';
import { binsOf, forkScale, weightedMean } from '../src/report/forks/fork-scale.js';
import { signedChange } from '../src/report/forks/fork-text.js';
import { levelPath, levelReach } from '../src/report/forks/level-line.js';
import { barScale, positionOn } from '../src/report/ledger/bar-scale.js';
import { ledgerGroups } from '../src/report/ledger/ledger-lines.js';
import { flatLines, nextSorting, type Sorting, sortLines } from '../src/report/ledger/sort-lines.js';
import { readPayload } from '../src/report/read-payload.js';
import { summaryOf } from '../src/report/sections/summary.js';
import { inUnit, perOperation, signedPercent, timeUnit } from '../src/theme/time-unit.js';

const sample = async (): Promise<Report> => reportOn(await measureExample());
const about = (mean: number, half = 0): Estimate => ({ mean, low: mean - half, high: mean + half });

describe('summaryOf', () => {
  it('states the time, the largest rows and the explained share', async () => {
    expect(summaryOf(await sample())).toEqual([
      'sample takes 1.000 µs ± 0.000 per operation.',
      '25.0% of it goes to push itself, 25.0% to build itself and 20.0% to stamp in build.',
      '90.0% is explained; 0.100 µs ± 0.031 is not.',
    ]);
  });

  it('omits rows below 5% and states off-CPU time and floor', async () => {
    const { ledger, ...report } = await sample();
    const [first] = ledger.rows;
    if (!first) throw new Error('no row');
    const heavy = { ...first, id: 'wait', name: 'wait', parent: null, share: 0.9 };
    const light = { ...heavy, id: 'light', name: 'light', share: 0.04 };
    const floor = { name: 'bare', time: about(500, 10), ratio: { mean: 2, low: 1.94, high: 2.06 } };
    const waiting = about(400, 20);
    const unexplained = { ...ledger.unexplained, ...about(-60, 70), share: -0.06 };
    const changed = { ...ledger, rows: [light, heavy], floor, waiting, unexplained, explained: 1.06 };
    expect(summaryOf({ ...report, ledger: changed }).slice(1)).toEqual([
      '90.0% of it goes to wait.',
      '106.0% is explained; the rows add up to more than the whole, which leaves −0.060 µs ± 0.070 (the interval includes zero).',
      '40.0% of it is off-CPU: 0.400 µs ± 0.020.',
      'The floor, bare, is 0.500 µs ± 0.010: the path takes 2.0× as long (1.9 to 2.1×).',
    ]);
  });

  it('shows the interval of a single replicate read from JSON as unknown', async () => {
    const report = reportOn(await measureExample({}, { replicates: 1 }));
    const { paths } = readPayload(JSON.stringify({ paths: [{ report, flame: null }] }));
    expect(summaryOf((paths[0] as { report: Report }).report)[0]).toBe(
      'sample takes 1.000 µs ± unknown per operation.',
    );
    expect(paths[0]?.report.ledger.modes).toBeNull();
  });
});

describe('ledgerGroups and sortLines', () => {
  it('build a tree of rows with the "(itself)" line last below each parent', async () => {
    const { rows, sums } = ledgerGroups((await sample()).ledger);
    const texts = flatLines(rows, new Set()).map(({ line }) => `${line.level} ${line.name}`);
    expect(texts).toEqual([
      '0 build',
      '1 stamp',
      '1 copy',
      '1 (itself)',
      '0 push',
      '1 copy',
      '1 (itself)',
      '0 garbage collection',
    ]);
    expect(rows.map(({ time }) => Math.round(time.mean))).toEqual([600, 300, 0]);
    expect(flatLines(sums, new Set()).map(({ line }) => line.name)).toEqual([
      'TOTAL',
      'UNEXPLAINED',
      'measuring loop',
      'code in no row',
      'overlap with the loop',
    ]);
  });

  it('give every line a unique key, whatever the names of the rows', async () => {
    const { ledger } = await sample();
    const odd = ledger.rows.map((row) => ({ ...row, name: '__proto__' }));
    const groups = ledgerGroups({ ...ledger, rows: odd });
    const keys = [...groups.rows, ...groups.sums, ...groups.onTop].flatMap((line) =>
      flatLines([line], new Set()).map((one) => one.line.key),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('sort siblings only, and put lines without a value last', async () => {
    const { rows } = ledgerGroups((await sample()).ledger);
    const names = (sorting: Sorting | null): string[] =>
      flatLines(sortLines(rows, sorting), new Set()).map(({ line }) => line.name);
    expect(names({ key: 'mean', isDescending: false })).toEqual([
      'garbage collection',
      'push',
      'copy',
      '(itself)',
      'build',
      'copy',
      'stamp',
      '(itself)',
    ]);
    expect(names({ key: 'name', isDescending: false }).slice(0, 4)).toEqual([
      'build',
      '(itself)',
      'copy',
      'stamp',
    ]);
    expect(names({ key: 'calls', isDescending: true }).slice(0, 4)).toEqual([
      'build',
      'copy',
      'stamp',
      '(itself)',
    ]);
  });

  it('hide all lines below a closed parent', async () => {
    const { rows } = ledgerGroups((await sample()).ledger);
    const shown = flatLines(rows, new Set(['build'])).filter(({ isHidden }) => !isHidden);
    expect(shown.map(({ line }) => line.name)).toEqual([
      'build',
      'push',
      'copy',
      '(itself)',
      'garbage collection',
    ]);
  });

  it('cycle through descending, ascending and unsorted on repeated presses', () => {
    const once = nextSorting(null, 'mean');
    expect(once).toEqual({ key: 'mean', isDescending: true });
    const twice = nextSorting(once, 'mean');
    expect(twice).toEqual({ key: 'mean', isDescending: false });
    expect(nextSorting(twice, 'mean')).toBeNull();
    expect(nextSorting(twice, 'name')).toEqual({ key: 'name', isDescending: false });
  });
});

describe('barScale', () => {
  it('covers zero, the total and negative rows, and ignores infinite bounds', async () => {
    const { ledger } = await sample();
    const { rows } = ledgerGroups(ledger);
    expect(barScale(about(1000, 200), [])).toEqual({ from: 0, to: 1200 });
    const [first] = rows;
    if (!first) throw new Error('no row');
    const negative = { ...first, row: null, children: [], time: about(-100, 50) };
    const unknown = { ...negative, time: { mean: 5, low: -Infinity, high: Infinity } };
    expect(barScale(about(1000), [negative, unknown])).toEqual({ from: -150, to: 1000 });
    expect(barScale(about(0), [])).toEqual({ from: 0, to: 1 });
  });

  it('clamps positions outside the range and marks them', () => {
    const scale = { from: -100, to: 300 };
    expect([-100, 0, 100, 300].map((ns) => positionOn(scale, ns))).toEqual(
      [0, 25, 50, 100].map((percent) => ({ percent, isBeyond: false })),
    );
    expect(positionOn(scale, 5000)).toEqual({ percent: 100, isBeyond: true });
    expect(positionOn(scale, -Infinity)).toEqual({ percent: 0, isBeyond: true });
  });
});

describe('forks', () => {
  const fork = (cleanNs: number, weight = 0.25): ForkReceipt => ({
    index: 0,
    replicate: 0,
    cleanNs,
    calmShare: 1,
    steadyState: { verdict: 'flat', levels: [{ fromMs: 0, ns: cleanNs }] },
    tierChanges: null,
    weight,
    influence: 0,
  });

  it('get a scale around their times, with round ticks', () => {
    expect(forkScale({ forks: [fork(100), fork(200), fork(Number.NaN, 0)], modes: null })).toEqual({
      from: 90,
      to: 210,
      ticks: [100, 120, 140, 160, 180, 200],
    });
    expect(forkScale({ forks: [fork(1000)], modes: null })).toMatchObject({ from: 988, to: 1012 });
    expect(forkScale({ forks: [], modes: null })).toBeNull();
  });

  it('are counted in bins and averaged, without those set aside', () => {
    const forks = [fork(100), fork(101), fork(200), fork(Number.NaN, 0)];
    expect(binsOf(forks, { from: 90, to: 210, ticks: [] }, 4)).toEqual([2, 0, 0, 1]);
    expect(weightedMean(forks)).toBeCloseTo(401 / 3);
  });

  it('have a step line around their last level', () => {
    const levels = [
      { fromMs: 0, ns: 110 },
      { fromMs: 50, ns: 100 },
    ];
    expect(levelPath(levels, 0.1, 100)).toBe('M0 2.0H42.0V10.0H84');
    expect(levelPath([], 0.1, 100)).toBe('');
    expect(levelReach([{ ...fork(1), steadyState: { verdict: 'warm', levels } }])).toBeCloseTo(0.1);
    expect([0.0012, -0.1, 0].map(signedChange)).toEqual(['+0.12%', '−10.00%', '0.00%']);
  });
});

describe('times', () => {
  it('are formatted as in the terminal, with a minus sign U+2212', () => {
    for (const ns of [0.4, 999, 1000, 279_000, 5e6, -3.2, -0.0004, Number.NaN]) {
      const unit = timeUnit(Math.abs(ns));
      expect(unit).toEqual(printedUnit(Math.abs(ns)));
      expect(inUnit(ns, unit).replace('−', '-')).toBe(printedTime(ns, unit));
    }
    expect([0.5, -0.021, -1e-6, Number.NaN].map(signedPercent)).toEqual(['50.0%', '−2.1%', '0.0%', '?']);
    expect([1, 0.1, 2.5, 0.001].map(perOperation)).toEqual(['1', '0.10', '2.50', '0.0010']);
  });
});
