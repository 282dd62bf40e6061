import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  flameOfPath,
  jsonReports,
  type Measurement,
  type Profile,
  projectRows,
  type Report,
  type ReportedRun,
  samplesOf,
  slowDownText,
  writeFlameSvg,
  writePieces,
  writeReportFile,
} from 'hotpath/cli';
import { findingsDocument } from './document.js';
import type { Evidence } from './evidence.js';
import { tablesDocument } from './experiment-sections.js';
import { documentName, tablesName } from './file-names.js';
import { subjectFirst } from './subject-first.js';
import { withoutRoot } from './without-root.js';

/** The log call that the story asks about, and the same as the reference implementation works. */
export const storySubject = 'fapilog.info';
export const waitingSubject = 'fapilog.info-acknowledged';

/** The repository. */
const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Writes the document, the data behind it and its figures into a folder; gives the files. */
export function writeFindings(
  first: ReportedRun,
  { reproduction, copies, errors, scored }: Pick<Evidence, 'reproduction' | 'copies' | 'errors' | 'scored'>,
  folder: string,
  isQuick: boolean,
): string[] {
  mkdirSync(join(folder, 'figures'), { recursive: true });
  const figures = new Map<string, string>();
  first.measurements.forEach((measurement, index) => {
    const report = first.reports[index] as Report;
    const figure = drawFigure(measurement, report, folder);
    if (figure !== null) figures.set(report.path.name, figure);
  });
  const evidence = { ...evidenceOf(first, figures, isQuick), reproduction, copies, errors, scored };
  const { projections } = evidence;
  const reports = JSON.parse(jsonReports(evidence.reports)) as unknown;
  const experiments = { copies: copies.data, errors: errors.data };
  const data = { reports, projections, reproduction, scored, ...experiments };
  const files = ['md', 'json', 'html'].map((ending) => join(folder, `${documentName}.${ending}`)) as [
    string,
    string,
    string,
  ];
  writeFileSync(files[0], findingsDocument(evidence));
  writeFileSync(files[1], `${JSON.stringify(data, null, 2)}\n`);
  writeReportFile(files[2], withoutRoot(subjectFirst(first, storySubject), root), root);
  const tables = join(folder, tablesName);
  writeFileSync(tables, tablesDocument(evidence));
  return [...files, tables, ...[...figures.values()].map((figure) => join(folder, figure))];
}

function evidenceOf(
  { reports, measurements }: ReportedRun,
  figures: ReadonlyMap<string, string>,
  isQuick: boolean,
): Omit<Evidence, 'reproduction' | 'copies' | 'errors' | 'scored'> {
  const index = reports.findIndex(({ path }) => path.name === storySubject);
  const measurement = measurements[index];
  const report = reports[index];
  if (!measurement || !report) throw new Error(`${storySubject} was not measured`);
  return {
    reports: withoutRoot(reports, root),
    subject: storySubject,
    projections: projectRows(measurement, report.ledger),
    waitingSubject,
    figures,
    command: `npm run profile${isQuick ? ' -- --quick' : ''}`,
  };
}

/** Draws the flame graph of a path; gives its file below the folder, null where it has no samples. */
function drawFigure(measurement: Measurement, report: Report, folder: string): string | null {
  if (measurement.sampled.every(({ stacks }) => stacks.length === 0)) return null;
  const sampled = samplesOf(measurement, report.ledger.total.mean);
  const { name } = report.path;
  const figure = join('figures', `${name}.svg`);
  const drawing = {
    title: name,
    said: `sampled ${slowDownText(sampled.slowDown, 'path')}`,
    icicle: false,
    narrowest: 0.002,
    width: 1000,
  };
  writePieces(join(folder, figure), writeFlameSvg(withPlaces(flameOfPath(sampled)), drawing));
  return figure;
}

/** Places below the repository are named from there. */
function withPlaces(profile: Profile): Profile {
  const functions = profile.functions.map((one) =>
    one.file.startsWith(root) ? { ...one, file: `./${one.file.slice(root.length)}` } : one,
  );
  return { ...profile, functions };
}
