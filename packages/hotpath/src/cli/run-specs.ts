import { exitCode, UserError } from '../errors.js';
import { Interrupted } from '../measure/run-fork.js';
import type { Measurement } from '../model/measurement.js';
import type { Report } from '../model/report.js';
import { measurePath, reportOn } from '../profile.js';
import { terminalReport } from '../report/terminal.js';
import { findSpec } from '../spec/find-spec.js';
import type { Output } from './output.js';
import { type SessionSettings, withSession } from './session.js';
import { sessionFileName, writeNamedFile } from './session-file.js';

export interface RunSettings extends SessionSettings {
  /** Whether the table shows each route's own number. */
  readonly routes: boolean;
  /** Folder to which names of specifications are relative. */
  readonly folder: string;
  /** Where the raw measurement goes; null: nowhere, unless interrupted. */
  readonly save: string | null;
}

export interface RunResult {
  readonly reports: readonly Report[];
  /** What each report was made from, in their order. */
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
  settings: RunSettings,
  output: Output,
): Promise<RunResult> {
  const files = names.map((name) => findSpec(name, settings.folder));
  const reports: Report[] = [];
  const measurements: Measurement[] = [];
  let code: number = exitCode.fine;
  for (const [index, file] of files.entries()) {
    try {
      const measurement = await measureSpec(file, index, settings, output);
      if (settings.save !== null) save(measurement, files.length, settings.save);
      const report = reportOn(measurement);
      reports.push(report);
      measurements.push(measurement);
      if (report.findings.some(({ id }) => id === 'target-missed'))
        code = Math.max(code, exitCode.inconclusive);
      const { folder, routes } = settings;
      output.out(`${terminalReport(report, { width: output.width, folder, routes })}\n`);
      if (settings.signal.aborted) throw new Interrupted();
    } catch (problem) {
      if (problem instanceof Interrupted) return { reports, measurements, code: exitCode.interrupted };
      if (!(problem instanceof UserError)) throw problem;
      explain(problem, settings.folder, output);
      code = Math.max(code, problem.code);
    }
  }
  return { reports, measurements, code };
}

async function measureSpec(
  file: string,
  index: number,
  settings: RunSettings,
  output: Output,
): Promise<Measurement> {
  const measurement = await withSession(
    file,
    { ...settings, seed: settings.seed + index },
    output,
    (session) => measurePath(file, session),
  );
  if (settings.signal.aborted) keepInterrupted(measurement, output);
  return measurement;
}

function keepInterrupted(measurement: Measurement, output: Output): void {
  const file = sessionFileName(measurement.plan.path.name);
  writeNamedFile(file, JSON.stringify(measurement));
  output.err(
    `hotpath: interrupted; ${measurement.forks.length} of ${measurement.plan.forks.length} processes are kept in ${file}\n` +
      `  \`hotpath run --from ${file}\` prints their ledger.\n`,
  );
}

function save(measurement: Measurement, specs: number, file: string): void {
  const name = specs === 1 ? file : file.replace(/(\.json)?$/, `-${measurement.plan.path.name}.json`);
  writeNamedFile(name, JSON.stringify(measurement));
}

/** Prints a user's mistake: what and where, then what to do. Paths are shown relative to the folder. */
export function explain(problem: UserError, folder: string, output: Output): void {
  const short = (text: string): string => text.replaceAll(`${folder}/`, '');
  output.err(`hotpath: ${short(problem.message)}\n  ${short(problem.hint)}\n`);
}
