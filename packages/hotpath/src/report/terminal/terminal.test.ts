import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { measureExample } from '../../../test/support/example-path.js';
import type { Report } from '../../model/report/report.js';
import { reportOn } from '../../sessions/report-on.js';
import { terminalReport } from './terminal.js';

const sample = async (): Promise<Report> =>
  reportOn(await measureExample({ forkFactor: (random) => 0.99 + 0.02 * random() }));

describe('the report in a terminal', () => {
  it.each([60, 80, 140])('fits %i cells, line by line, whatever the names of rows', async (width) => {
    const report = await sample();
    const long = {
      ...report.ledger,
      rows: report.ledger.rows.map((row) => ({ ...row, name: `${row.name} 名前 ${'x'.repeat(90)}` })),
    };
    for (const line of terminalReport({ ...report, ledger: long }, { width, folder: '/' }).split('\n')) {
      expect(stringWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  it('writes percentages in one format, in findings too', async () => {
    const measured = await measureExample({ forkFactor: (random) => 0.8 + 0.4 * random() });
    const report = reportOn(measured);
    expect(report.findings.map(({ message }) => message).join(' ')).toMatch(/\d%/);
    const text = terminalReport(report, { width: 100, folder: '/', routes: false });
    expect(text).toMatch(/\d%/);
    expect(text).not.toMatch(/\d\s+%/);
  });

  it('labels what has to be known of the numbers', async () => {
    const text = terminalReport(await sample(), { width: 100, folder: '/' });
    const labels = [...text.matchAll(/^([A-Z][a-z ]+):\s/gm)].map(([, label]) => label);
    expect(labels).toEqual(['Measured', 'Timer', 'Memory', 'Twin gap', 'Processor']);
    expect(text).toMatch(
      /^Measured: {2}\d+ replicates in \d+ forks, batches of [\d/]+ operations, seed \d+$/m,
    );
  });
});
