import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../errors.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import { policies } from '../../plan/effort/policy.js';
import { completeMeasurement, type SavedMeasurement } from '../../sessions/path/complete-measurement.js';

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
