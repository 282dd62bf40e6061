import { describe, expect, it } from 'vitest';
import { measureExample } from '../../../test/support/example-path.js';
import { faultsOf, published } from '../../../test/support/published.js';
import type { Report } from '../../model/report/report.js';
import { reportOn } from '../../sessions/report-on.js';
import { jsonSchema, schemas } from '../schema/index.js';
import { jsonReports } from './report-json.js';

const sample = async (): Promise<Report> => reportOn(await measureExample());

describe('the JSON report', () => {
  it('is one object for one specification and an array for several', async () => {
    const report = await sample();
    expect(JSON.parse(jsonReports([report])).path.name).toBe('sample');
    expect(JSON.parse(jsonReports([report, report]))).toHaveLength(2);
  });

  it('obeys the published schema, by an independent validator', async () => {
    const report = JSON.parse(jsonReports([await sample()]));
    expect(faultsOf('report', report)).toBeNull();
    expect(schemas.report?.safeParse(report).success).toBe(true);
    expect(
      faultsOf('report', { ...report, ledger: { ...report.ledger, total: { mean: 'x' } } }),
    ).not.toBeNull();
  });

  it.each(Object.keys(schemas))('has a published schema that is up to date: %s', (name) => {
    expect(published(name)).toBe(jsonSchema(name));
  });

  it('has null for bounds that a single replicate cannot give', async () => {
    const report = reportOn(await measureExample({}, { replicates: 1 }));
    expect(JSON.parse(jsonReports([report])).ledger.total).toMatchObject({ low: null, high: null });
  });
});
