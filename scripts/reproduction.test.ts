import { describe, expect, it } from 'vitest';
import type { Report } from '../packages/hotpath/src/model/report.js';
import { reportOn } from '../packages/hotpath/src/profile.js';
import { measureSample } from '../packages/hotpath/test/sample-path.js';
import { compareRuns, reproductionTable } from './reproduction.js';

const report = async (inclusive: number[]): Promise<Report> => reportOn(await measureSample({ inclusive }));

describe('two runs', () => {
  it('are compared row by row, from a share of 5 % on', async () => {
    const rows = compareRuns(
      [await report([1000, 600, 200, 150, 300, 40])],
      [await report([1000, 600, 190, 190, 300, 40])],
    );
    expect(rows.map(({ row, change, reproduced }) => [row, Number(change.toFixed(3)), reproduced])).toEqual([
      ['TOTAL', 0, true],
      ['build', -0.128, false],
      ['build/stamp', -0.051, true],
      ['build/copy', 0.235, false],
      ['push', 0, true],
    ]);
    expect(reproductionTable(rows, 80)).toContain('3 of 5 rows within ±10%.');
  });

  it('of which the second lacks a path have nothing reproduced', async () => {
    const rows = compareRuns([await report([1000, 600, 200, 150, 300, 40])], []);
    expect(rows.some((row) => row.reproduced)).toBe(false);
    expect(reproductionTable(rows, 80)).toContain('0 of 5 rows');
  });
});
