import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRows, type ReportedRun, UserError, writeReportFile } from 'hotpath/cli';
import { tablesDocument } from './cost-study-sections.js';
import { findingsDocument } from './document.js';
import { commandOf, type Evidence, mainSubject, waitingSubject } from './evidence.js';
import { drawFigures, drawnFigures } from './figures.js';
import { documentName, tablesName } from './file-names.js';
import { root } from './root.js';
import { evidenceJson, savedEvidence } from './saved-evidence.js';
import { subjectFirst } from './subject-first.js';
import { withoutRoot } from './without-root.js';

/** Writes the document, its data, its page and its figures into a folder; gives the files. */
export function writeFindings(
  first: ReportedRun,
  studies: Pick<Evidence, 'reproduction' | 'copies' | 'errors' | 'scored' | 'doctor'>,
  folder: string,
  isQuick: boolean,
): string[] {
  const figures = drawFigures(first, folder);
  const evidence: Evidence = {
    reports: withoutRoot(first.reports, root),
    subject: mainSubject,
    waitingSubject,
    projections: projectionsOf(first),
    figures,
    command: commandOf(isQuick ? 'quick' : 'default'),
    ...studies,
  };
  const file = (ending: string): string => join(folder, `${documentName}.${ending}`);
  const tables = join(folder, tablesName);
  writeFileSync(file('md'), findingsDocument(evidence));
  writeFileSync(file('json'), evidenceJson(evidence));
  writeReportFile(file('html'), withoutRoot(subjectFirst(first, mainSubject), root), root);
  writeFileSync(tables, tablesDocument(evidence));
  const drawn = [...figures.values()].map((figure) => join(folder, figure));
  return [file('md'), file('json'), file('html'), tables, ...drawn];
}

/** Writes the document again from its data, next to it; gives its file. Nothing is measured. */
export function rewriteFindings(dataFile: string): string {
  const folder = dirname(dataFile);
  const saved = readEvidence(dataFile);
  const document = join(folder, `${documentName}.md`);
  writeFileSync(document, findingsDocument({ ...saved, figures: drawnFigures(saved.reports, folder) }));
  return document;
}

function readEvidence(file: string): Omit<Evidence, 'figures'> {
  try {
    return savedEvidence(readFileSync(file, 'utf8'));
  } catch {
    throw new UserError(
      `${file} holds no data of findings`,
      `Give the JSON file of a findings document, such as docs/architecture/${documentName}.json.`,
    );
  }
}

function projectionsOf({ reports, measurements }: ReportedRun): Evidence['projections'] {
  const index = reports.findIndex(({ path }) => path.name === mainSubject);
  const [measurement, report] = [measurements[index], reports[index]];
  if (!measurement || !report) throw new Error(`${mainSubject} was not measured`);
  return projectRows(measurement, report.ledger);
}
