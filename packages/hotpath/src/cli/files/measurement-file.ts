import { readFileSync, writeFileSync } from 'node:fs';
import { UserError } from '../../errors.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import { policies } from '../../plan/policy.js';

/** The file to which an interrupted session is saved, in the working directory; `run` counts those of one path. */
export function sessionFileName(pathName: string, run: number): string {
  const name = pathName.replace(/[^\w.-]+/g, '-');
  return `${name}${run === 0 ? '' : `-${run + 1}`}.measurement.json`;
}

/** Writes text to a file the user named. Throws a UserError when that cannot be done. */
export function writeNamedFile(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (problem) {
    throw new UserError(
      `${file}: cannot be written: ${(problem as Error).message}`,
      'Name a file in a folder that exists.',
    );
  }
}

const currentPolicy = policies.default.version;

/** Reads a saved measurement. Throws a UserError when the file is none. */
export function readSession(file: string): Measurement {
  const value = parse(file, readText(file));
  const measurement = value as Partial<Measurement> | null;
  if (
    measurement?.schema !== 'hotpath/measurement@1' ||
    !measurement.plan ||
    !Array.isArray(measurement.forks)
  ) {
    throw new UserError(
      `${file}: is no saved measurement`,
      'Give a file that `hotpath run --save FILE` or an interrupt wrote.',
    );
  }
  if (measurement.plan.policy.version !== currentPolicy) {
    throw new UserError(
      `${file}: was measured under policy ${measurement.plan.policy.version}, and this is policy ${currentPolicy}`,
      'Measure again: numbers of two policies do not mean the same.',
    );
  }
  return measurement as Measurement;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (problem) {
    throw new UserError(
      `${file}: cannot be read: ${(problem as Error).message}`,
      'Give the path of a saved measurement.',
    );
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(
      `${file}: is not JSON`,
      'Give a file that `hotpath run --save FILE` or an interrupt wrote.',
    );
  }
}
