import { describe, expect, it } from 'vitest';
import { exampleFloors, measureExample } from '../../../test/support/example-path.js';
import { floorTable } from '../../report/tables/floor-table.js';
import { reportOn } from '../../sessions/report-on.js';
import { estimateLedger } from './estimate-ledger.js';
import { operationCosts } from './operation-costs.js';

describe('floors', () => {
  const operations = exampleFloors;
  const costs = { 'floor/tuple': 100, 'floor/slot': 60, 'floor of stamp/clock': 50 };

  it('use the cheapest declared floor of the path and of each row', async () => {
    const measurement = await measureExample({ operationNs: costs }, {}, 1, {}, { operations });
    const { floor, rows, total } = estimateLedger(measurement);
    expect([floor?.name, floor?.time.mean]).toEqual(['slot', 60]);
    const report = reportOn(measurement);
    expect(report.floors.map(({ name, row, ratio }) => [name, row, Math.round(ratio.mean)])).toEqual([
      ['tuple', null, 10],
      ['slot', null, 17],
      ['clock', 'stamp', 4],
    ]);
    expect(floorTable(report, 80)).toMatch(/│ stamp: clock +│ +0\.050 │.*│ +4\.0× │/);
    expect(floor?.ratio.mean).toBeCloseTo(total.mean / 60, 9);
    const stamp = rows.find(({ name }) => name === 'stamp');
    expect(stamp?.floor).toMatchObject({ name: 'clock', ratio: { mean: expect.closeTo(4, 9) } });
    expect(rows.filter((row) => row.floor !== null)).toHaveLength(1);
  });

  it('without a number are named, and no ratio is made of them', async () => {
    const lost = { id: 'floor of gone/x', name: 'x', kind: 'floor', row: 'gone' } as const;
    const operationNs = { ...costs, 'floor/slot': 0, 'floor/tuple': Number.NaN, 'floor of gone/x': 5 };
    const experiments = { operations: [...operations, lost] };
    const report = reportOn(await measureExample({ operationNs }, {}, 1, {}, experiments));
    expect(report.floors.map(({ name }) => name)).toEqual(['clock']);
    expect(report.ledger.floor).toBeNull();
    expect(report.findings.find(({ id }) => id === 'refused-floors')?.message).toBe(
      'floors without a number: tuple (its time is not known), slot (it takes no time that could be measured), gone: x (its row is not in the table)',
    );
  });

  it('take the time of their batches minus the measuring loop, in the order of the specification', async () => {
    const measurement = await measureExample({ operationNs: costs, driverNs: 2 }, {}, 1, {}, { operations });
    const found = operationCosts(measurement).map(({ name, time }) => [name, Math.round(time.mean)]);
    expect(found).toEqual([
      ['sample', 998],
      ['tuple', 98],
      ['slot', 58],
      ['clock', 48],
    ]);
  });
});
