import type { ListeningSocket } from './proc-text.js';

/** A process of this machine, as the system reports it. */
export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  /** Its pid in its own namespace, which differs in a container. */
  readonly ownPid: number;
  readonly hasEnded: boolean;
  readonly isStopped: boolean;
  /** Path of the program; empty if the system does not report it. */
  readonly executable: string;
  /** The program and its arguments. */
  readonly words: readonly string[];
  /** NODE_OPTIONS in its initial environment; empty if it is unset or the system does not report it. */
  readonly nodeOptions: string;
  /** Whether it handles SIGUSR1, which would kill it otherwise; null if the system does not report it. */
  readonly catchesUsr1: boolean | null;
  /** Whether it is in the same network namespace as this process. */
  readonly sharesNetwork: boolean;
}

/** The processes of the system. */
export interface ProcessTable {
  /** Null if there is no such process. */
  look(pid: number): RunningProcess | null;
  /** The pids of all processes and of their parents. */
  parents(): ReadonlyMap<number, number>;
  /** Sockets on which a process listens; empty if the system does not report them. */
  listening(pid: number): readonly ListeningSocket[];
  /** Whether any process listens on a port in the network of process `pid`. */
  isTaken(port: number, pid: number): boolean;
}

/** The subprocesses of a process, at any depth. */
export function descendants(table: ProcessTable, pid: number): number[] {
  const below = [pid];
  const parentOf = [...table.parents()];
  // The list grows during the iteration.
  for (const parent of below) for (const [child, its] of parentOf) if (its === parent) below.push(child);
  return below.slice(1);
}
