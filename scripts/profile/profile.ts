import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type CommandContext,
  exitCode,
  jsonReports,
  projectRows,
  type Report,
  type ReportedRun,
  UserError,
  writeNamedFile,
} from 'hotpath/cli';
import { type Scored, scoreChanges } from '../changes/score-changes.js';
import { mainSubject } from '../findings/evidence.js';
import { rewriteFindings, writeFindings } from '../findings/write-findings.js';
import { compareRuns, reproductionTable } from '../reproduction/reproduction.js';
import { runCostStudies } from './cost-studies.js';
import { findingsTime } from './findings-time.js';
import { measureSubjects } from './measure-subjects.js';
import { type Mode, specEnding } from './subject-parts.js';

const subjects = fileURLToPath(new URL('../../../subjects/', import.meta.url));
const documents = fileURLToPath(new URL('../../../docs/architecture/', import.meta.url));

export interface ProfileOptions {
  readonly output: string;
  readonly quick?: boolean;
  readonly routes?: boolean;
  readonly subject?: readonly string[];
  readonly mode?: Mode;
  /** s. */
  readonly budget?: number;
  readonly seed?: number;
  readonly from?: string;
}

/** Measures the subjects in a mode and writes the results. Returns the exit code. */
export async function profile(options: ProfileOptions, context: CommandContext): Promise<number> {
  const { output, folder } = context;
  if (options.from !== undefined) return rewrite(options.from, context);
  const { quick = false, routes = false } = options;
  const mode = options.mode ?? (options.subject ? 'ledger' : 'findings');
  const seed = options.seed ?? context.freshSeed();
  const specs = chosenSubjects(options.subject);
  const isFindings = mode === 'findings';
  const effort = quick ? 'quick' : 'default';
  const time = findingsTime(budgetOf(options, isFindings), effort, () => performance.now());
  const studySettings = { quick, seed: options.seed ?? null };
  const studies = isFindings ? await runCostStudies(studySettings, context) : null;
  time.costStudiesDone();
  const { first, second } = await measureSubjects(
    specs,
    { quick, routes, mode, seed, budgetMs: time.forSubjects() },
    context,
    (reports) => writeReports(options.output, reports),
  );
  if (first.reports.length > 0) output.err(`The report is in ${options.output}.\n`);
  const code = Math.max(first.code, second.code);
  if (mode === 'ledger' || code !== exitCode.fine) return code;
  const comparisons = compareRuns(repeatedOf(first, second), second.reports);
  output.out(reproductionTable(comparisons, output.width));
  if (studies === null)
    return comparisons.every((row) => row.reproduced) ? exitCode.fine : exitCode.limitExceeded;
  const scored = time.canScore() ? await scoreMainSubject(first, seed + 2000, context) : null;
  const written = writeFindings(first, { reproduction: comparisons, scored, ...studies }, documents, quick);
  output.out(written.map((file) => `${relative(folder, file)}\n`).join(''));
  return exitCode.fine;
}

/** Writes the findings document again from its data. */
function rewrite(dataFile: string, { output, folder }: CommandContext): number {
  output.out(`${relative(folder, rewriteFindings(dataFile))}\n`);
  return exitCode.fine;
}

/** Default time limits of the findings, s: ten or three minutes, less what building and writing take. */
export const budgets = { default: 575, quick: 170 } as const;

/** ms; null: no limit. */
function budgetOf({ quick, budget }: ProfileOptions, isFindings: boolean): number | null {
  if (budget !== undefined) return 1000 * budget;
  return isFindings ? 1000 * (quick ? budgets.quick : budgets.default) : null;
}

function chosenSubjects(wanted: readonly string[] | undefined): string[] {
  const names = readdirSync(subjects)
    .filter((file) => file.endsWith(specEnding))
    .map((file) => file.slice(0, -specEnding.length));
  const unknown = wanted?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new UserError(`there is no subject "${unknown}"`, `Subjects: ${names.join(', ')}.`);
  return (wanted ?? names).map((name) => `${subjects}${name}${specEnding}`);
}

function writeReports(file: string, reports: readonly Report[]): void {
  if (reports.length > 0) writeNamedFile(file, jsonReports(reports), process.cwd());
}

/** The first reports of the paths that were measured twice. */
function repeatedOf(first: ReportedRun, second: ReportedRun): Report[] {
  return first.reports.filter(({ path }) => second.reports.some((other) => other.path.file === path.file));
}

/** Carries recommendations out. Scoring them needs no more than the quick effort. */
function scoreMainSubject(
  { reports, measurements }: ReportedRun,
  seed: number,
  context: CommandContext,
): Promise<Scored[]> {
  const index = reports.findIndex(({ path }) => path.name === mainSubject);
  const [measurement, report] = [measurements[index], reports[index]];
  if (!measurement || !report) throw new Error(`${mainSubject} was not measured`);
  const settings = { effort: 'quick', seed, silenceMs: 30_000, signal: context.signal } as const;
  return scoreChanges(mainSubject, projectRows(measurement, report.ledger), settings, context);
}
