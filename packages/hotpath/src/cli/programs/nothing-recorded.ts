import { exitCode } from '../../errors.js';

/** What is printed when a program ran and no Node process of it was recorded. */
export function nothingRecorded(command: readonly string[]): string {
  return `hotpath: ${command[0]}: no Node process was recorded\n  Give a command that runs Node itself, or --subprocesses for one that starts Node; a process that is killed leaves no recording.\n`;
}

/** The exit code when nothing was recorded of a program that ended with `code`. */
export function nothingCode(code: number): number {
  return code === 0 ? exitCode.noMeasurement : code;
}

/** A line about Node processes that the program started and that were not recorded; empty if there are none. */
export function othersNote(command: readonly string[], others: number): string {
  if (others === 0) return '';
  const [processes, was] = others === 1 ? ['Node process', 'was'] : ['Node processes', 'were'];
  return `note: ${command[0]} started ${others} ${processes} that ${was} not recorded; --subprocesses records them too\n`;
}
