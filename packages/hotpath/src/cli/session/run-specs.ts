import { resolve } from 'node:path';
import { exitCode, UserError } from '../../errors.js';
import { Interrupted } from '../../measure/run-fork.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import { terminalReport } from '../../report/terminal/terminal.js';
import { repeatPath } from '../../sessions/path/repeat-path.js';
import type { Scope } from '../../sessions/path/scope.js';
import { reportOn } from '../../sessions/report-on.js';
import { findSpec } from '../../spec/find-spec.js';
import { explain } from '../explain.js';
import { createMeasurementFiles, type MeasurementFiles } from '../files/save-measurements.js';
import { checkFolderOf } from '../files/target-file.js';
import type { Output } from '../output.js';
import { joinRuns, type ReportedRun } from './reported-run.js';
import { type SessionSettings, withSessions } from './session.js';

export interface RunSettings extends SessionSettings {
  /** Whether the table shows each route's own number. */
  readonly routes: boolean;
  /** Names of specifications and of files are relative to it. */
  readonly folder: string;
  /** Where the raw measurement is saved; null: nowhere, unless interrupted. */
  readonly save: string | null;
  /** What of each specification is measured; left out: its rows. */
  readonly scope?: (file: string) => Scope;
}

/** Settings of one of several measurements of the same path. */
export type RepeatSettings = Omit<RunSettings, 'save'>;

/**
 * Measures specifications one after another and prints each ledger as soon as it is known. When one specification fails,
 * the others are still measured. All names are checked before anything is measured.
 */
export async function runSpecs(
  names: readonly string[],
  { save, ...settings }: RunSettings,
  output: Output,
): Promise<ReportedRun> {
  const files = names.map((name) => findSpec(name, settings.folder));
  if (save !== null) checkFolderOf(resolve(settings.folder, save));
  const kept = createMeasurementFiles(files.length, save, settings.folder, output);
  const runs: ReportedRun[] = [];
  for (const [index, file] of files.entries()) {
    const own = { ...settings, seed: settings.seed + index };
    runs.push(...(await measureSpec(file, [own], output, kept)));
    if (runs.at(-1)?.code === exitCode.interrupted) break;
  }
  return joinRuns(runs);
}

/**
 * Measures a specification with each of several settings, alternating fork by fork (`repeatPath`), and then prints their
 * ledgers. When one of them fails, all do.
 */
export function repeatSpec(
  name: string,
  settings: readonly RepeatSettings[],
  output: Output,
): Promise<ReportedRun[]> {
  const folder = settings[0]?.folder ?? '';
  const kept = createMeasurementFiles(1, null, folder, output);
  return measureSpec(findSpec(name, folder), settings, output, kept);
}

/** Gives one run for each of the settings. */
async function measureSpec(
  file: string,
  all: readonly RepeatSettings[],
  output: Output,
  kept: MeasurementFiles,
): Promise<ReportedRun[]> {
  const failed = (code: number): ReportedRun[] => all.map(() => ({ reports: [], measurements: [], code }));
  try {
    const measurements = await withSessions(file, all, output, (sessions) =>
      repeatPath(
        file,
        sessions.map((session, index) => ({ session, scope: all[index]?.scope?.(file) })),
      ),
    );
    return all.map((settings, index) => {
      const measurement = measurements[index];
      if (!measurement) return { reports: [], measurements: [], code: exitCode.interrupted };
      const saved = save(measurement, kept, settings, output);
      const run = reported(measurement, settings, output);
      return { ...run, code: Math.max(run.code, saved) };
    });
  } catch (problem) {
    if (problem instanceof Interrupted) return failed(exitCode.interrupted);
    if (!(problem instanceof UserError)) throw problem;
    explain(problem, all[0]?.folder ?? '', output);
    return failed(problem.code);
  }
}

/** A measurement that cannot be saved is still reported. Gives the exit code of the attempt. */
function save(
  measurement: Measurement,
  kept: MeasurementFiles,
  { folder, signal }: RepeatSettings,
  output: Output,
): number {
  try {
    kept.save(measurement);
    if (signal.aborted) kept.keepInterrupted(measurement);
    return exitCode.fine;
  } catch (problem) {
    if (!(problem instanceof UserError)) throw problem;
    explain(problem, folder, output);
    return problem.code;
  }
}

/** Prints the ledger of a measurement. */
function reported(
  measurement: Measurement,
  { folder, routes, signal }: RepeatSettings,
  output: Output,
): ReportedRun {
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
