import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Measurement } from '../../model/measurement/measurement.js';
import type { Output } from '../output.js';
import { createPathFiles } from './path-files.js';
import { shownPath } from './shown-path.js';
import { writeNamedFile } from './write-named-file.js';

/** Where the measurements of one command are saved. */
export interface MeasurementFiles {
  /** Saves a measurement in the file that the user named, or, when that is for several paths, in one of its own. */
  save(measurement: Measurement): void;
  /** Saves an interrupted measurement in the folder, and prints where. */
  keepInterrupted(measurement: Measurement): void;
}

/** `specs` is the number of specifications that are measured; `target` the file that the user named, or null. */
export function createMeasurementFiles(
  specs: number,
  target: string | null,
  folder: string,
  output: Output,
): MeasurementFiles {
  const fileOf = createPathFiles(isOfPath);
  return {
    save(measurement) {
      if (target === null) return;
      const { name } = measurement.plan.path;
      const start = target.replace(/\.json$/, '');
      const file = specs === 1 ? target : fileOf(name, (stem) => resolve(folder, `${start}-${stem}.json`));
      writeNamedFile(file, JSON.stringify(measurement), folder);
      if (specs > 1) output.err(`hotpath: ${name}: saved in ${shownPath(file, folder)}\n`);
    },
    keepInterrupted(measurement) {
      const { path, forks } = measurement.plan;
      const file = fileOf(path.name, (stem) => resolve(folder, `${stem}.measurement.json`));
      const shown = shownPath(file, folder);
      writeNamedFile(file, JSON.stringify(measurement), folder);
      output.err(
        `hotpath: interrupted; ${measurement.forks.length} of ${forks.length} forks are saved in ${shown}\n` +
          `  \`hotpath run --from ${shown}\` prints their ledger.\n`,
      );
    },
  };
}

/** Whether a file holds a measurement of the path. */
function isOfPath(file: string, pathName: string): boolean {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<Measurement> | null;
    return value?.plan?.path?.name === pathName;
  } catch {
    return false;
  }
}
