import { spawnSync } from 'node:child_process';
import { readLsof } from './proc-text.js';
import type { ProcessTable } from './process-table.js';

/** Processes from `ps` and sockets from `lsof`, for systems without /proc. */
export const psProcesses: ProcessTable = {
  look(pid) {
    const [, parent, state, executable] =
      /^\s*(\d+)\s+(\S+)\s+(.+?)\s*$/.exec(outputOf('ps', '-o', 'ppid=,stat=,comm=', '-p', String(pid))) ??
      [];
    if (parent === undefined || state === undefined || executable === undefined) return null;
    return {
      pid,
      parent: Number(parent),
      ownPid: pid,
      hasEnded: state.startsWith('Z'),
      isStopped: state.startsWith('T'),
      executable,
      words: outputOf('ps', '-o', 'args=', '-p', String(pid)).trim().split(/\s+/),
      nodeOptions: '',
      catchesUsr1: null,
      sharesNetwork: true,
    };
  },
  parents: () =>
    new Map(
      [...outputOf('ps', '-axo', 'pid=,ppid=').matchAll(/^\s*(\d+)\s+(\d+)\s*$/gm)].map(([, pid, parent]) => [
        Number(pid),
        Number(parent),
      ]),
    ),
  listening: (pid) => listening('-iTCP', '-p', String(pid)),
  isTaken: (port) => listening(`-iTCP:${port}`).length > 0,
};

function listening(...which: readonly string[]): ReturnType<typeof readLsof> {
  return readLsof(outputOf('lsof', '-nP', '-a', '-sTCP:LISTEN', '-Fn', ...which));
}

/** The output of a command; empty if it is not installed. */
function outputOf(command: string, ...words: readonly string[]): string {
  return spawnSync(command, words, { encoding: 'utf8' }).stdout ?? '';
}
