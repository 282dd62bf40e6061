import { exitCode, UserError } from '../../errors.js';
import { linuxProcesses } from './linux-processes.js';
import type { ProcessTable } from './process-table.js';
import { psProcesses } from './ps-processes.js';

/** The process table of this system. Throws a UserError on Windows, which has no signal that opens an inspector. */
export function systemProcesses(): ProcessTable {
  if (process.platform === 'win32')
    throw new UserError(
      'attaching to running processes is not supported on Windows',
      'Run the program with `hotpath record`.',
      exitCode.noMeasurement,
    );
  return process.platform === 'linux' ? linuxProcesses : psProcesses;
}
