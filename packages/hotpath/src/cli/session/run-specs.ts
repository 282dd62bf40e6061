import { exitCode, UserError } from '../../errors.js';
import { Interrupted } from '../../measure/run-fork.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import type { Report } from '../../model/report/report.js';
import { terminalReport } from '../../report/terminal/terminal.js';
import type { Scope } from '../../sessions/measure-path.js';
import { repeatPath } from '../../sessions/repeat-path.js';
import { reportOn } from '../../sessions/report-on.js';
import { findSpec } from '../../spec/find-spec.js';
import { sessionFileName, writeNamedFile } from '../files/measurement-file.js';
import type { Output } from '../output.js';
import { type SessionSettings, withSessions } from './session.js';

export interface RunSettings extends SessionSettings {
  /** Whether the table shows each route's own number. */
  readonly routes: boolean;
  /** Folder to which names of specifications are relative. */
  readonly folder: string;
  /** Where the raw measurement goes; null: nowhere, unless interrupted. */
  readonly save: string | null;
  /** What of each specification is measured; nothing said: its rows. */
  readonly scope?: (file: string) => Scope;
}

/** Settings of one of several measurements of the same path. */
export type RepeatSettings = Omit<RunSettings, 'save'>;

export interface RunResult {
  readonly reports: readonly Report[];
  /** What the reports were made from, in their order. */
  readonly measurements: readonly Measurement[];
  /** The worst of all specifications. */
  readonly code: number;
}

/**
 * Measures specifications one after another and prints each ledger as soon as it is there. A specification that
 * fails does not keep the others from being measured. Names are checked before anything is measured.
 */
export async function runSpecs(
  names: readonly string[],
  { save, ...settings }: RunSettings,
  output: Output,
): Promise<RunResult> {
  const files = names.map((name) => findSpec(name, settings.folder));
  const keep = (measurement: Measurement): void => {
    if (save !== null) writeMeasurement(measurement, files.length, save);
  };
  const results: RunResult[] = [];
  for (const [index, file] of files.entries()) {
    const own = { ...settings, seed: settings.seed + index };
    results.push(...(await measureSpec(file, [own], output, keep)));
    if (results.at(-1)?.code === exitCode.interrupted) break;
  }
  return joinResults(results);
}

/**
 * Measures a specification by each of several settings, a process of each by turns (`repeatPath`), and then prints their
 * ledgers. Where one of them fails, all do.
 */
export function repeatSpec(
  name: string,
  settings: readonly RepeatSettings[],
  output: Output,
): Promise<RunResult[]> {
  const folder = settings[0]?.folder ?? '';
  return measureSpec(findSpec(name, folder), settings, output, () => {});
}

/** Several results as one. */
export function joinResults(results: readonly RunResult[]): RunResult {
  return {
    reports: results.flatMap(({ reports }) => reports),
    measurements: results.flatMap(({ measurements }) => measurements),
    code: Math.max(exitCode.fine, ...results.map(({ code }) => code)),
  };
}

/** One result of each of the settings. */
async function measureSpec(
  file: string,
  all: readonly RepeatSettings[],
  output: Output,
  keep: (measurement: Measurement) => void,
): Promise<RunResult[]> {
  const failed = (code: number): RunResult[] => all.map(() => ({ reports: [], measurements: [], code }));
  try {
    const measurements = await withSessions(file, all, output, (sessions) =>
      repeatPath(
        file,
        sessions.map((session, index) => ({ session, scope: all[index]?.scope?.(file) })),
      ),
    );
    for (const measurement of measurements) if (measurement) keep(measurement);
    return all.map((settings, index) => resultOf(measurements[index] ?? null, index, settings, output));
  } catch (problem) {
    if (problem instanceof Interrupted) return failed(exitCode.interrupted);
    if (!(problem instanceof UserError)) throw problem;
    explain(problem, all[0]?.folder ?? '', output);
    return failed(problem.code);
  }
}

/** Reports a measurement, the run'th of its path, and keeps it where it was interrupted. */
function resultOf(
  measurement: Measurement | null,
  run: number,
  { folder, routes, signal }: RepeatSettings,
  output: Output,
): RunResult {
  if (measurement === null) return { reports: [], measurements: [], code: exitCode.interrupted };
  if (signal.aborted) keepInterrupted(measurement, run, output);
  const report = reportOn(measurement);
  output.out(`${terminalReport(report, { width: output.width, folder, routes })}\n`);
  const isMissed = report.findings.some(({ id }) => id === 'target-missed');
  const code = isMissed ? exitCode.inconclusive : exitCode.fine;
  return {
    reports: [report],
    measurements: [measurement],
    code: signal.aborted ? exitCode.interrupted : code,
  };
}

function keepInterrupted(measurement: Measurement, run: number, output: Output): void {
  const file = sessionFileName(measurement.plan.path.name, run);
  writeNamedFile(file, JSON.stringify(measurement));
  output.err(
    `hotpath: interrupted; ${measurement.forks.length} of ${measurement.plan.forks.length} processes are kept in ${file}\n` +
      `  \`hotpath run --from ${file}\` prints their ledger.\n`,
  );
}

/** Each measurement to a file of its own where there are several specifications. */
function writeMeasurement(measurement: Measurement, specs: number, file: string): void {
  const name = specs === 1 ? file : file.replace(/(\.json)?$/, `-${measurement.plan.path.name}.json`);
  writeNamedFile(name, JSON.stringify(measurement));
}

/** Prints a user's mistake: what and where, then what to do. Paths are shown relative to the folder. */
export function explain(problem: UserError, folder: string, output: Output): void {
  const short = (text: string): string => text.replaceAll(`${folder}/`, '');
  output.err(`hotpath: ${short(problem.message)}\n  ${short(problem.hint)}\n`);
}
