import { describe, expect, it } from 'vitest';
import type { ErrorCosts } from '../../model/report/costs.js';
import { errorTables } from './error-tables.js';

describe('tables of errors', () => {
  const interval = (mean: number) => ({ mean, low: 0.9 * mean, high: 1.1 * mean });
  const costs = [10, 25].map(
    (depth): ErrorCosts => ({
      depth,
      limit: depth,
      async: false,
      sourceMaps: false,
      phases: [{ name: 'throw and catch', time: interval(1234.5) }],
      shares: [{ name: 'throw and catch', share: interval(0.25) }],
    }),
  );

  it('put depths in columns next to each other as far as the width allows', () => {
    const wide = errorTables(costs, 80);
    expect(wide).toContain('through plain calls, Error.stackTraceLimit as deep, source maps off');
    expect(wide).toMatch(/│ throw and catch +│ 1\.234 ±0\.123 │ 1\.234 ±0\.123 │/);
    expect(wide).toMatch(/│ % of all: throw and catch │ +25\.0% ±2\.5% │/);
    expect(errorTables(costs, 40).match(/┌/g)).toHaveLength(2);
  });
});
