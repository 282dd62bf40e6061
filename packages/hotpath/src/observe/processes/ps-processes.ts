import { spawnSync } from 'node:child_process';
import { readLsof } from './proc-text.js';
import type { ProcessTable } from './process-table.js';

/** Processes by `ps` and their sockets by `lsof`: for systems without /proc. */
export const psProcesses: ProcessTable = {
  look(pid) {
    const [, parent, state, executable] =
      /^\s*(\d+)\s+(\S+)\s+(.+?)\s*$/.exec(said('ps', '-o', 'ppid=,stat=,comm=', '-p', String(pid))) ?? [];
    if (parent === undefined || state === undefined || executable === undefined) return null;
    return {
      pid,
      parent: Number(parent),
      ownPid: pid,
      hasEnded: state.startsWith('Z'),
      isStopped: state.startsWith('T'),
      executable,
      words: said('ps', '-o', 'args=', '-p', String(pid)).trim().split(/\s+/),
      nodeOptions: '',
      catchesUsr1: null,
      sharesNetwork: true,
    };
  },
  parents: () =>
    new Map(
      [...said('ps', '-axo', 'pid=,ppid=').matchAll(/^\s*(\d+)\s+(\d+)\s*$/gm)].map(([, pid, parent]) => [
        Number(pid),
        Number(parent),
      ]),
    ),
  listening: (pid) => listening('-iTCP', '-p', String(pid)),
  isTaken: (port) => listening(`-iTCP:${port}`).length > 0,
};

function listening(...which: readonly string[]): ReturnType<typeof readLsof> {
  return readLsof(said('lsof', '-nP', '-a', '-sTCP:LISTEN', '-Fn', ...which));
}

/** What a command prints; nothing where it is not there. */
function said(command: string, ...words: readonly string[]): string {
  return spawnSync(command, words, { encoding: 'utf8' }).stdout ?? '';
}
