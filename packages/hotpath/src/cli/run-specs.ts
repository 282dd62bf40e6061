import { exitCode, UserError } from '../errors.js';
import { readEnvironment } from '../measure/environment.js';
import { createForkMeasurer } from '../measure/fork-measurer.js';
import { Interrupted } from '../measure/run-fork.js';
import type { Measurement } from '../model/measurement.js';
import type { Report } from '../model/report.js';
import { type Effort, policies } from '../plan/policy.js';
import { measurePath, reportOn } from '../profile.js';
import { terminalReport } from '../report/terminal.js';
import { findSpec } from '../spec/find-spec.js';
import type { Output } from './output.js';
import { progressLine } from './progress-line.js';
import { sessionFileName, writeNamedFile } from './session-file.js';

export interface RunSettings {
  readonly effort: Effort;
  readonly seed: number;
  /** Whether the table shows each route's own number. */
  readonly routes: boolean;
  /** How long a fork may be silent, ms. */
  readonly silenceMs: number;
  /** Folder to which names of specifications are relative. */
  readonly folder: string;
  /** Where the raw measurement goes; null: nowhere, unless interrupted. */
  readonly save: string | null;
  readonly signal: AbortSignal;
}

export interface RunResult {
  readonly reports: readonly Report[];
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
  let code: number = exitCode.fine;
  for (const [index, file] of files.entries()) {
    try {
      const measurement = await measureSpec(file, index, settings, output);
      if (settings.save !== null) save(measurement, files.length, settings.save);
      const report = reportOn(measurement);
      reports.push(report);
      const { folder, routes } = settings;
      output.out(`${terminalReport(report, { width: output.width, folder, routes })}\n`);
      if (settings.signal.aborted) throw new Interrupted();
    } catch (problem) {
      if (problem instanceof Interrupted) return { reports, code: exitCode.interrupted };
      if (!(problem instanceof UserError)) throw problem;
      explain(problem, settings.folder, output);
      code = Math.max(code, problem.code);
    }
  }
  return { reports, code };
}

async function measureSpec(
  file: string,
  index: number,
  settings: RunSettings,
  output: Output,
): Promise<Measurement> {
  const measurer = createForkMeasurer({ signal: settings.signal, silenceMs: settings.silenceMs });
  let began: number | null = null;
  try {
    output.status(`${file}: reading the path …`);
    const measurement = await measurePath(file, {
      measurer,
      environment: readEnvironment(),
      policy: policies[settings.effort],
      seed: settings.seed + index,
      progress(state) {
        began ??= performance.now();
        output.status(progressLine(state, performance.now() - began));
      },
    });
    if (settings.signal.aborted) keepInterrupted(measurement, output);
    return measurement;
  } catch (problem) {
    if (problem instanceof Interrupted)
      output.err(`hotpath: interrupted before a process of ${file} had ended; nothing of it is kept\n`);
    throw problem;
  } finally {
    output.status('');
    measurer.close();
  }
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
