import { exitCode, UserError } from '../../errors.js';
import { findTarget } from '../processes/find-target.js';
import { isLoopback } from '../processes/proc-text.js';
import type { ProcessTable, RunningProcess } from '../processes/process-table.js';
import { systemProcesses } from '../processes/system-processes.js';
import { type Connection, connect } from './connect.js';
import type { Conversation } from './conversation.js';
import { evaluate, ownProcess } from './evaluate.js';
import { type Exit, leaveAtOnce, leaveToFreePort, prepareExit } from './exit.js';
import { type Inspector, inspectorAmong, openInspector, tooPublic } from './open-inspector.js';

/** A process to whose inspector we are connected. */
export interface Attachment {
  readonly pid: number;
  /** The program and its arguments. */
  readonly command: string;
  /** The version of Node, such as v20.20.2. */
  readonly version: string;
  /** The conversation with its main thread. */
  readonly main: Conversation;
  /** Aborted when the connection is closed by either side. */
  readonly closed: AbortSignal;
  /** Restores the process: closes its inspector if it was opened for us. */
  detach(): Promise<void>;
}

interface Introduction {
  readonly pid: number;
  readonly version: string;
  /** The port at which the process would open its inspector the next time. */
  readonly port: number;
}

const introduce = `(({ pid, version, debugPort }) => ({ pid, version, port: debugPort }))(${ownProcess})`;

/**
 * Connects to a running Node process. `makeRoom` moves its inspector to a free port, so that the next process can open
 * one at the default port. Throws a UserError if the process is not a reachable Node process of this user, opens no
 * inspector or one for other machines, or does not answer.
 */
export async function attach(pid: number, makeRoom = false): Promise<Attachment> {
  const table = systemProcesses();
  const target = findTarget(pid, table);
  const inspector = await openInspector(target, table);
  const connection = await connect(`process ${pid}`, inspector.url);
  const known = await introduction(target, inspector, connection);
  if (!inspector.isOurs) return attachment(target, known, connection, () => connection.close());
  const exit = await prepared(connection);
  if (!isLoopback(inspector.socket.address)) {
    await exit.leave(null);
    throw tooPublic(target, inspector.socket.address);
  }
  if (!makeRoom) return attachment(target, known, connection, () => exit.leave(null));
  const moved = await move(target, inspector, connection, table);
  const exitThere = await prepared(moved);
  return attachment(target, known, moved, () => exitThere.leave(known.port));
}

function attachment(
  { pid, words }: RunningProcess,
  { version }: Introduction,
  { main, closed }: Connection,
  detach: Attachment['detach'],
): Attachment {
  return { pid, command: words.join(' '), version, main, closed, detach };
}

/** Closes the inspector where that cannot be prepared. */
async function prepared(connection: Connection): Promise<Exit> {
  try {
    return await prepareExit(connection);
  } catch (problem) {
    await leaveAtOnce(connection);
    throw problem;
  }
}

async function introduction(
  target: RunningProcess,
  { isOurs }: Inspector,
  connection: Connection,
): Promise<Introduction> {
  try {
    const known = (await evaluate(connection.main, introduce)) as Introduction | undefined;
    if (known?.pid === target.ownPid) return known;
    if (known === undefined) throw unknownProcess(target);
  } catch (problem) {
    await (isOurs ? leaveAtOnce(connection) : connection.close());
    throw problem;
  }
  await connection.close();
  throw new UserError(
    `process ${target.pid}: another process answers at the port of its inspector`,
    'Run hotpath on the same machine, and in the same container, as the process.',
    exitCode.noMeasurement,
  );
}

function unknownProcess({ pid }: RunningProcess): UserError {
  return new UserError(
    `process ${pid}: its program has replaced \`process\`, so it cannot be asked which process it is`,
    'Attach before the program does that.',
    exitCode.noMeasurement,
  );
}

const moveMs = 5000;

/** Has a process reopen its inspector at any free port. */
async function move(
  target: RunningProcess,
  { socket }: Inspector,
  connection: Connection,
  table: ProcessTable,
): Promise<Connection> {
  await leaveToFreePort(connection);
  const found = await inspectorAmong(target, table, ({ port }) => port !== socket.port, moveMs);
  if (found) return connect(`process ${target.pid}`, found.url);
  throw new UserError(
    `process ${target.pid}: its inspector did not move to another port`,
    'Attach without --subprocesses.',
    exitCode.noMeasurement,
  );
}
