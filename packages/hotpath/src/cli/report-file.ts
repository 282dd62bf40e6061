import { UserError } from '../errors.js';
import type { Measurement } from '../model/measurement.js';
import type { Report } from '../model/report.js';
import { type ReportedPath, writeReportPage } from '../report/report-page.js';
import { slowDownText } from '../report/slow-down.js';
import { samplesOf } from '../sample-path.js';
import { flameOfPath } from '../views.js';
import { readViewer } from './read-viewer.js';
import type { RunResult } from './run-specs.js';
import { checkTarget, writePieces } from './write-profile.js';

/** Throws a UserError where no page could be written there: before anything is measured for it. */
export function checkReportFile(file: string): void {
  checkTarget(file, false);
  readViewer('report');
}

/** Writes reports as one page. */
export function writeReportFile(
  file: string,
  { reports, measurements }: Pick<RunResult, 'reports' | 'measurements'>,
  folder: string,
): void {
  const paths = reports.map((report, index) => ({
    report,
    flame: flameOf(measurements[index] as Measurement, report),
  }));
  writePieces(file, writeReportPage(paths, folder, readViewer('report')));
}

function flameOf(measurement: Measurement, { ledger }: Report): ReportedPath['flame'] {
  try {
    const sampled = samplesOf(measurement, ledger.total.mean);
    const profile = flameOfPath(sampled);
    const samples = profile.samples.toLocaleString('en');
    return { profile, said: `${samples} samples ${slowDownText(sampled.slowDown, 'path')}` };
  } catch (problem) {
    // A report without samples is a whole report; its rows say that this route was refused.
    if (problem instanceof UserError) return null;
    throw problem;
  }
}
