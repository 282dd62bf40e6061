import { exitCode } from '../../errors.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import type { Report } from '../../model/report/report.js';

/** What measuring, or reading a saved measurement, led to. */
export interface ReportedRun {
  readonly reports: readonly Report[];
  /** What the reports were made from, in the same order. */
  readonly measurements: readonly Measurement[];
  /** The worst exit code of all specifications. */
  readonly code: number;
}

/** Several runs as one. */
export function joinRuns(runs: readonly ReportedRun[]): ReportedRun {
  return {
    reports: runs.flatMap(({ reports }) => reports),
    measurements: runs.flatMap(({ measurements }) => measurements),
    code: Math.max(exitCode.fine, ...runs.map(({ code }) => code)),
  };
}
