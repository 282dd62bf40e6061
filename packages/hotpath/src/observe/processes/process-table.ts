import type { ListeningSocket } from './proc-text.js';

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

/** Processes below another one, at any depth. */
export function descendants(table: ProcessTable, pid: number): number[] {
  const below = [pid];
  const parentOf = [...table.parents()];
  // The list grows while it is walked.
  for (const parent of below) for (const [child, its] of parentOf) if (its === parent) below.push(child);
  return below.slice(1);
}
