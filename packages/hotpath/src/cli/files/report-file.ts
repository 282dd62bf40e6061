import { UserError } from '../../errors.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import type { Report } from '../../model/report/report.js';
import { type ReportedPath, writeReportPage } from '../../report/pages/report-page.js';
import { slowDownText } from '../../report/text/slow-down.js';
import { flameOfPath } from '../../sessions/path-views.js';
import { samplesOf } from '../../sessions/sample-path.js';
import { checkTarget, writePieces } from '../profiles/write-profile.js';
import type { RunResult } from '../session/run-specs.js';
import { readViewer } from './read-viewer.js';

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
