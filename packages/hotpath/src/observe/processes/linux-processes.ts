import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { type ListeningSocket, readListeningSockets, readProcStatus } from './proc-text.js';
import type { ProcessTable, RunningProcess } from './process-table.js';

/** The processes of Linux, read from /proc. */
export const linuxProcesses: ProcessTable = { look, parents, listening, isTaken };

function look(pid: number): RunningProcess | null {
  const text = fileText(pid, 'status');
  if (text === '') return null;
  const { state, parent, ownPid, caught } = readProcStatus(text);
  const words = fileText(pid, 'cmdline').split('\0').slice(0, -1);
  const [, nodeOptions = ''] = /(?:^|\0)NODE_OPTIONS=([^\0]*)/.exec(fileText(pid, 'environ')) ?? [];
  return {
    pid,
    parent,
    ownPid,
    hasEnded: state === 'Z' || state === 'X',
    isStopped: state === 'T' || state === 't',
    // A program keeps running after its file is replaced.
    executable: linkText(pid, 'exe').replace(/ \(deleted\)$/, ''),
    words,
    nodeOptions,
    catchesUsr1: ((caught >> BigInt(constants.signals.SIGUSR1 - 1)) & 1n) === 1n,
    sharesNetwork: linkText(pid, 'ns/net') === linkText('self', 'ns/net'),
  };
}

function parents(): ReadonlyMap<number, number> {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(pids.map((name) => [Number(name), readProcStatus(fileText(name, 'status')).parent]));
}

function listening(pid: number): readonly ListeningSocket[] {
  const sockets = networkSockets(pid);
  return descriptors(pid).flatMap((name) => {
    const [, inode = ''] = /^socket:\[(\d+)\]$/.exec(linkText(pid, join('fd', name))) ?? [];
    return sockets.get(inode) ?? [];
  });
}

function isTaken(port: number, pid: number): boolean {
  return [...networkSockets(pid).values()].some((socket) => socket.port === port);
}

function networkSockets(pid: number): ReadonlyMap<string, ListeningSocket> {
  return new Map(['net/tcp', 'net/tcp6'].flatMap((file) => [...readListeningSockets(fileText(pid, file))]));
}

function descriptors(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`);
  } catch {
    return [];
  }
}

/** Empty if the process has ended or belongs to another user. */
function fileText(pid: number | string, name: string): string {
  try {
    return readFileSync(join('/proc', String(pid), name), 'utf8');
  } catch {
    return '';
  }
}

function linkText(pid: number | string, name: string): string {
  try {
    return readlinkSync(join('/proc', String(pid), name));
  } catch {
    return '';
  }
}
