import type { Report } from '../../model/report/report.js';

/**
 * Reports as JSON: one object for one specification, an array for several. Unknown bounds (a single replicate) are infinite
 * in the model and null in JSON.
 */
export function jsonReports(reports: readonly Report[]): string {
  const [only] = reports;
  const value = reports.length === 1 && only ? only : reports;
  return `${JSON.stringify(value, (_, field: unknown) => (isUnbounded(field) ? null : field), 2)}\n`;
}

function isUnbounded(field: unknown): boolean {
  return typeof field === 'number' && !Number.isFinite(field);
}
