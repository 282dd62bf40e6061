import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { measureSample } from '../../../test/example-path.js';
import { faultsOf, published } from '../../../test/published.js';
import type { Report } from '../../model/report/report.js';
import { percent } from '../../model/text/percent.js';
import { reportOn } from '../../sessions/report-on.js';
import { jsonReports } from '../json/report-json.js';
import { jsonSchema, schemas } from '../schema/index.js';
import { boxTable } from '../tables/box-table.js';
import { ledgerTable } from '../tables/ledger-table.js';
import { inUnit, perOperation, timeUnit } from '../text/units.js';
import { terminalReport } from './terminal.js';

const sample = async (): Promise<Report> =>
  reportOn(await measureSample({ forkFactor: (random) => 0.99 + 0.02 * random() }));

describe('the terminal report', () => {
  it('is the story table, at 80 cells', async () => {
    const { ledger } = reportOn(await measureSample());
    expect(
      ledgerTable(ledger, { width: 80, folder: '/project' }),
    ).toBe(`┌────────────────────────────┬──────────┬──────────────┬─────────┐
│ Component                  │ Avg (µs) │ 95% interval │ % Total │
├────────────────────────────┼──────────┼──────────────┼─────────┤
│ build                      │    0.600 │       ±0.019 │   60.0% │
│   ├─ stamp                 │    0.200 │       ±0.020 │   20.0% │
│   ├─ copy                  │    0.150 │       ±0.033 │   15.0% │
│   └─ (itself)              │    0.250 │       ±0.043 │   25.0% │
│ push                       │    0.300 │       ±0.020 │   30.0% │
│   ├─ copy                  │    0.050 │       ±0.017 │    5.0% │
│   └─ (itself)              │    0.250 │       ±0.026 │   25.0% │
│ garbage collection         │    0.000 │       ±0.000 │    0.0% │
├────────────────────────────┼──────────┼──────────────┼─────────┤
│ TOTAL                      │    1.000 │       ±0.000 │  100.0% │
│ UNEXPLAINED                │    0.100 │       ±0.027 │   10.0% │
│   ├─ measuring loop        │    0.000 │       ±0.000 │    0.0% │
│   ├─ code in no row        │    0.100 │       ±0.027 │   10.0% │
│   └─ overlap with the loop │    0.000 │       ±0.000 │    0.0% │
├────────────────────────────┼──────────┼──────────────┼─────────┤
│ on top: pre-emption        │    0.000 │       ±0.000 │    0.0% │
│ on top: contention         │    0.000 │       ±0.000 │    0.0% │
└────────────────────────────┴──────────┴──────────────┴─────────┘`);
  });

  it("has each route's own number where it is asked for, also at 80 cells", async () => {
    const { ledger } = reportOn(await measureSample());
    const lines = ledgerTable(ledger, { width: 80, folder: '/', routes: true }).split('\n');
    expect(lines[1]).toMatch(/Component +│ Avg \(µs\) │ Spans │ Marginal │ Sampled │ Trust/);
    expect(lines[3]).toMatch(/build +│ +0\.600 │ 0\.600 │ +0\.600 │ +· │ high/);
    expect(lines[5]).toMatch(/copy +│ +0\.150 │ 0\.150 │ +· │ +· │ low/);
  });

  it('has calls, dilation, trust and place where there is room', async () => {
    const { ledger } = reportOn(await measureSample());
    const lines = ledgerTable(ledger, { width: 140, folder: '/project' }).split('\n');
    expect(lines[1]).toMatch(/Calls │ Dilation │ Trust\s+│ Place/);
    expect(lines[5]).toMatch(/copy .* 2 │\s+1\.17× │ low\s+│ logger\.ts:30/);
  });

  it.each([60, 80, 140])('fits %i cells, line by line', async (width) => {
    const report = await sample();
    const long = {
      ...report.ledger,
      rows: report.ledger.rows.map((row) => ({ ...row, name: `${row.name} 名前 ${'x'.repeat(90)}` })),
    };
    for (const line of terminalReport({ ...report, ledger: long }, { width, folder: '/' }).split('\n')) {
      expect(stringWidth(line)).toBeLessThanOrEqual(width);
    }
  });
});

describe('a box table', () => {
  it('aligns wide characters by the cells that they take', () => {
    const table = boxTable(
      [
        { title: 'a', align: 'left' },
        { title: 'b', align: 'right' },
      ],
      [
        [
          ['名', '1'],
          ['x', '20'],
        ],
      ],
      40,
    );
    expect(new Set(table.split('\n').map((line) => stringWidth(line))).size).toBe(1);
  });
});

describe('numbers', () => {
  it('come in a unit that reads well', () => {
    expect(
      [0.4, 999, 1000, 279_000, 5e6].map((ns) => `${inUnit(ns, timeUnit(ns))} ${timeUnit(ns).name}`),
    ).toEqual(['0.4 ns', '999.0 ns', '1.000 µs', '279.00 µs', '5.000 ms']);
    expect(inUnit(-0.0004, timeUnit(1))).toBe('0.0');
    expect(inUnit(Number.POSITIVE_INFINITY, timeUnit(1))).toBe('?');
    expect(percent(-0.00001)).toBe('0.0%');
    expect([1, 0.1, 2.5, 0.001].map(perOperation)).toEqual(['1', '0.10', '2.50', '0.0010']);
  });
});

describe('the JSON report', () => {
  it('is one object for one specification and an array for several', async () => {
    const report = await sample();
    expect(JSON.parse(jsonReports([report])).path.name).toBe('sample');
    expect(JSON.parse(jsonReports([report, report]))).toHaveLength(2);
  });

  it('obeys the schema that is published beside it, by an independent judge', async () => {
    const report = JSON.parse(jsonReports([await sample()]));
    expect(faultsOf('report', report)).toBeNull();
    expect(schemas.report?.safeParse(report).success).toBe(true);
    expect(
      faultsOf('report', { ...report, ledger: { ...report.ledger, total: { mean: 'x' } } }),
    ).not.toBeNull();
  });

  it.each(Object.keys(schemas))('is published as it is made: %s', (name) => {
    expect(published(name)).toBe(jsonSchema(name));
  });

  it('has null for bounds that one replicate cannot give', async () => {
    const report = reportOn(await measureSample({}, { replicates: 1 }));
    expect(JSON.parse(jsonReports([report])).ledger.total).toMatchObject({ low: null, high: null });
  });
});
