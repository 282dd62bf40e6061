import { exitCode, UserError } from '../../errors.js';
import { findTarget } from '../processes/find-target.js';
import { isLoopback } from '../processes/proc-text.js';
import type { ProcessTable, RunningProcess } from '../processes/process-table.js';
import { systemProcesses } from '../processes/system-processes.js';
import { type Connection, connect } from './connect.js';
import type { Conversation } from './conversation.js';
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

const introduce = 'JSON.stringify({ pid: process.pid, version: process.version, port: process.debugPort })';
const closeInspector = 'process._debugEnd()';

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
  if (inspector.isOurs && !isLoopback(inspector.socket.address)) {
    await leave(connection, closeInspector);
    throw tooPublic(target, inspector.socket.address);
  }
  const moves = makeRoom && inspector.isOurs;
  const kept = moves ? await moved(target, inspector, connection, table) : connection;
  const closing = moves ? `${closeInspector}; process.debugPort = ${known.port}` : closeInspector;
  return {
    pid,
    command: target.words.join(' '),
    version: known.version,
    main: kept.main,
    closed: kept.closed,
    detach: () => (inspector.isOurs ? leave(kept, closing) : kept.close()),
  };
}

async function introduction(
  target: RunningProcess,
  { isOurs }: Inspector,
  connection: Connection,
): Promise<Introduction> {
  try {
    const known = JSON.parse((await evaluate(connection.main, introduce)) as string) as Introduction;
    if (known.pid === target.ownPid) return known;
  } catch (problem) {
    await (isOurs ? leave(connection, closeInspector) : connection.close());
    throw problem;
  }
  await connection.close();
  throw new UserError(
    `process ${target.pid}: another process answers at the port of its inspector`,
    'Run hotpath on the same machine, and in the same container, as the process.',
    exitCode.noMeasurement,
  );
}

/** Evaluates an expression in a thread and returns its value. */
export async function evaluate(thread: Conversation, expression: string): Promise<unknown> {
  const answer = await thread.ask('Runtime.evaluate', {
    expression,
    returnByValue: true,
    silent: true,
    // Provides `require`, which main programs that are ES modules lack.
    includeCommandLineAPI: true,
  });
  return (answer as { result: { value?: unknown } }).result.value;
}

/**
 * Has the process close its inspector, and waits briefly. There is no answer, because Node closes all connections first.
 * A blocked thread evaluates the expression once it continues.
 */
async function leave(connection: Connection, expression: string): Promise<void> {
  const answer = connection.main
    .ask('Runtime.evaluate', { expression, includeCommandLineAPI: true, silent: true })
    .catch(() => {});
  const late = new Promise((resolve) => setTimeout(resolve, leaveMs).unref());
  await Promise.race([answer, late]);
  await connection.close();
}

const leaveMs = 2000;
const moveMs = 5000;

/** Has a process reopen its inspector at any free port. */
async function moved(
  target: RunningProcess,
  { socket }: Inspector,
  connection: Connection,
  table: ProcessTable,
): Promise<Connection> {
  const inspector = "(process.getBuiltinModule?.('inspector') ?? require('inspector'))";
  await leave(connection, `{ const { open } = ${inspector}; ${closeInspector}; open(0); }`);
  const found = await inspectorAmong(target, table, ({ port }) => port !== socket.port, moveMs);
  if (found) return connect(`process ${target.pid}`, found.url);
  throw new UserError(
    `process ${target.pid}: its inspector did not move to another port`,
    'Attach without --subprocesses.',
    exitCode.noMeasurement,
  );
}
