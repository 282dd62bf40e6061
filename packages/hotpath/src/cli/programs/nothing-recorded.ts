import { exitCode } from '../../errors.js';

/** What is printed when a program ran and no Node process of it was recorded. */
export function nothingRecorded(command: readonly string[]): string {
  return `hotpath: ${command[0]}: no Node process was recorded\n  Give a command that runs Node itself, or --subprocesses for one that starts Node; a process that is killed leaves no recording.\n`;
}

/** The exit code when nothing was recorded of a program that ended with `code`. */
export function nothingCode(code: number): number {
  return code === 0 ? exitCode.noMeasurement : code;
}
