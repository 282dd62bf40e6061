import { UserError } from '../../errors.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import type { Report } from '../../model/report/report.js';
import { type ReportedPath, writeReportPage } from '../../report/pages/report-page.js';
import { slowDownText } from '../../report/text/slow-down.js';
import { flameOfPath } from '../../sessions/path-views.js';
import { samplesOf } from '../../sessions/sample-path.js';
import { readViewer } from './read-viewer.js';
import { checkFolderOf } from './target-file.js';
import { writePieces } from './write-pieces.js';

/** Throws a UserError when a page cannot be written there. Call it before measuring. */
export function checkReportFile(file: string): void {
  checkFolderOf(file);
  readViewer('report');
}

/** Reports, and what each was made from, in the same order. */
interface ReportedMeasurements {
  readonly reports: readonly Report[];
  readonly measurements: readonly Measurement[];
}

/** Writes reports as one page. Places below the folder are shown relative to it. */
export function writeReportFile(
  file: string,
  { reports, measurements }: ReportedMeasurements,
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
    // A report is complete without samples; its rows say why the sampled route is missing.
    if (problem instanceof UserError) return null;
    throw problem;
  }
}
