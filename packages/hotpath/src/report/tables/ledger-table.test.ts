import { describe, expect, it } from 'vitest';
import { measureExample } from '../../../test/support/example-path.js';
import { reportOn } from '../../sessions/report-on.js';
import { ledgerTable } from './ledger-table.js';

describe('the table of a ledger', () => {
  it('shows rows, total and what the machine added, at 80 cells', async () => {
    const { ledger } = reportOn(await measureExample());
    expect(
      ledgerTable(ledger, { width: 80, folder: '/project' }),
    ).toBe(`┌────────────────────────────┬───────────┬──────────────┬─────────┐
│ Row                        │ Mean (µs) │ 95% interval │ % Total │
├────────────────────────────┼───────────┼──────────────┼─────────┤
│ build                      │     0.600 │       ±0.023 │   60.0% │
│   ├─ stamp                 │     0.200 │       ±0.021 │   20.0% │
│   ├─ copy                  │     0.150 │       ±0.033 │   15.0% │
│   └─ (itself)              │     0.250 │       ±0.046 │   25.0% │
│ push                       │     0.300 │       ±0.021 │   30.0% │
│   ├─ copy                  │     0.050 │       ±0.017 │    5.0% │
│   └─ (itself)              │     0.250 │       ±0.027 │   25.0% │
│ garbage collection         │     0.000 │       ±0.000 │    0.0% │
├────────────────────────────┼───────────┼──────────────┼─────────┤
│ TOTAL                      │     1.000 │       ±0.000 │  100.0% │
│ UNEXPLAINED                │     0.100 │       ±0.031 │   10.0% │
│   ├─ measuring loop        │     0.000 │       ±0.000 │    0.0% │
│   ├─ code in no row        │     0.100 │       ±0.031 │   10.0% │
│   └─ overlap with the loop │     0.000 │       ±0.000 │    0.0% │
├────────────────────────────┼───────────┼──────────────┼─────────┤
│ on top: pre-emption        │     0.000 │       ±0.000 │    0.0% │
│ on top: contention         │     0.000 │       ±0.000 │    0.0% │
└────────────────────────────┴───────────┴──────────────┴─────────┘`);
  });

  it("shows each route's own number at 80 cells", async () => {
    const { ledger } = reportOn(await measureExample());
    const lines = ledgerTable(ledger, { width: 80, folder: '/', routes: true }).split('\n');
    expect(lines[1]).toMatch(/Row +│ Mean \(µs\) │ Inside │ Outside │ Marginal │ Sampled │/);
    expect(lines[3]).toMatch(/build +│ +0\.600 │ +0\.600 │ +0\.600 │ +0\.600 │ +· │/);
    expect(lines[5]).toMatch(/copy +│ +0\.150 │ +0\.150 │ +· │ +· │ +· │/);
  });

  it('adds calls, dilation, trust and place from 120 cells on', async () => {
    const { ledger } = reportOn(await measureExample());
    const lines = ledgerTable(ledger, { width: 140, folder: '/project' }).split('\n');
    expect(lines[1]).toMatch(/Calls │ Dilation │ Trust\s+│ Place/);
    expect(lines[5]).toMatch(/copy .* 2 │\s+1\.17× │ low\s+│ logger\.ts:30/);
  });
});
