import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../errors.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import { policies } from '../../plan/effort/policy.js';
import { completeMeasurement, type SavedMeasurement } from '../../sessions/path/complete-measurement.js';
import type { Output } from '../output.js';
import { writeNamedFile } from './write-named-file.js';

/** Saves the measurement of one of `specs` specifications; each of several goes to a file of its own. */
export function saveMeasurement(measurement: Measurement, specs: number, file: string, folder: string): void {
  const name = specs === 1 ? file : file.replace(/(\.json)?$/, `-${measurement.plan.path.name}.json`);
  writeNamedFile(name, JSON.stringify(measurement), folder);
}

/** Saves an interrupted measurement, number `run` of its path, in the folder, and prints where. */
export function keepInterrupted(measurement: Measurement, run: number, folder: string, output: Output): void {
  const { path, forks } = measurement.plan;
  const file = interruptedFile(path.name, run);
  writeNamedFile(file, JSON.stringify(measurement), folder);
  output.err(
    `hotpath: interrupted; ${measurement.forks.length} of ${forks.length} forks are saved in ${file}\n` +
      `  \`hotpath run --from ${file}\` prints their ledger.\n`,
  );
}

function interruptedFile(pathName: string, run: number): string {
  const name = pathName.replace(/[^\w.-]+/g, '-');
  return `${name}${run === 0 ? '' : `-${run + 1}`}.measurement.json`;
}

const currentPolicy = policies.default.version;

/** Reads a saved measurement. Throws a UserError when the file does not hold one. */
export function readMeasurement(name: string, folder: string): Measurement {
  const value = parsed(name, readText(name, folder));
  const measurement = value as Partial<Measurement> | null;
  if (
    measurement?.schema !== 'hotpath/measurement@1' ||
    !measurement.plan ||
    !Array.isArray(measurement.forks)
  ) {
    throw new UserError(`${name}: is not a saved measurement`, wayOut);
  }
  if (measurement.plan.policy.version !== currentPolicy) {
    throw new UserError(
      `${name}: was measured under policy ${measurement.plan.policy.version}; this version of hotpath has policy ${currentPolicy}`,
      'Measure again: numbers of two policies cannot be compared.',
    );
  }
  return completeMeasurement(measurement as SavedMeasurement);
}

const wayOut = 'Give a file that `hotpath run --save FILE` or an interrupt wrote.';

function readText(name: string, folder: string): string {
  try {
    return readFileSync(resolve(folder, name), 'utf8');
  } catch (problem) {
    throw new UserError(
      `${name}: cannot be read: ${(problem as Error).message}`,
      'Give the path of a saved measurement.',
    );
  }
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(`${name}: is not JSON`, wayOut);
  }
}
