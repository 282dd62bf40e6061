import { exitCode } from '../../errors.js';
import type { LeftOut } from '../../observe/record/record-program.js';

/** What is printed when a program ran and no Node process of it was recorded. */
export function nothingRecorded(command: readonly string[]): string {
  return `hotpath: ${command[0]}: no Node process was recorded\n  Give a command that runs Node itself, or --subprocesses for one that starts Node; a process that is killed leaves no recording.\n`;
}

/** The exit code when nothing was recorded of a program that ended with `code`. */
export function nothingCode(code: number): number {
  return code === 0 ? exitCode.noMeasurement : code;
}

/** Lines about Node processes and worker threads that the program started and that were not recorded; empty if there are none. */
export function leftOutNote(command: readonly string[], { processes, threads }: LeftOut): string {
  const said = (what: string): string => `note: ${command[0]} started ${what}\n`;
  const others =
    processes === 0
      ? ''
      : said(
          `${counted(processes, 'Node process', 'Node processes')} not recorded; --subprocesses records them too`,
        );
  const lost =
    threads === 0
      ? ''
      : said(
          `${counted(threads, 'worker thread', 'worker threads')} not recorded: they were ended before they ran, or did not answer for 1 s`,
        );
  return others + lost;
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one} that was` : `${count} ${many} that were`;
}
