import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { exitCode, UserError } from '../../errors.js';
import { type ListeningSocket, readListeningSockets, readProcStatus } from './proc-text.js';
import { psProcesses } from './ps-processes.js';

/** A process of this machine, as the system tells of it. */
export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  /** The number by which it knows itself: another one in a container. */
  readonly ownPid: number;
  readonly hasEnded: boolean;
  readonly isStopped: boolean;
  /** Path of the program; empty where the system does not tell us. */
  readonly executable: string;
  /** The program and its arguments. */
  readonly words: readonly string[];
  /** Its environment's NODE_OPTIONS when it was started; empty where it has none or the system does not tell us. */
  readonly nodeOptions: string;
  /** Whether SIGUSR1 would not kill it; null where the system does not tell. */
  readonly catchesUsr1: boolean | null;
  /** Whether its loopback addresses are this process's, too. */
  readonly sharesNetwork: boolean;
}

/** What the system tells of its processes. */
export interface ProcessTable {
  /** Null where there is none. */
  look(pid: number): RunningProcess | null;
  /** The numbers of all processes and of their parents. */
  parents(): ReadonlyMap<number, number>;
  /** Sockets on which a process listens; empty where the system does not tell us. */
  listening(pid: number): readonly ListeningSocket[];
  /** Whether somebody listens on a port of a process's network. */
  isTaken(port: number, pid: number): boolean;
}

/** Throws a UserError where the system has no signal that opens an inspector. */
export function systemProcesses(): ProcessTable {
  if (process.platform === 'win32')
    throw new UserError(
      'running processes are out of reach on Windows',
      'Run the program with `hotpath record`.',
      exitCode.noMeasurement,
    );
  return process.platform === 'linux' ? linuxProcesses : psProcesses;
}

const linuxProcesses: ProcessTable = { look, parents, listening, isTaken };

/** Processes below another one, at any depth. */
export function descendants(table: ProcessTable, pid: number): number[] {
  const below = [pid];
  const parentOf = [...table.parents()];
  // The list grows while it is walked.
  for (const parent of below) for (const [child, its] of parentOf) if (its === parent) below.push(child);
  return below.slice(1);
}

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
    // A program whose file was replaced meanwhile runs on.
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

/** Empty where the process has ended or is another user's. */
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
