import { exitCode, UserError } from '../../errors.js';
import { findTarget } from '../processes/find-target.js';
import { isLoopback } from '../processes/proc-text.js';
import type { ProcessTable, RunningProcess } from '../processes/process-table.js';
import { systemProcesses } from '../processes/system-processes.js';
import { type Connection, connect } from './connect.js';
import type { Conversation } from './conversation.js';
import { type Inspector, inspectorAmong, openInspector, tooPublic } from './open-inspector.js';

/** A process that we are connected to. */
export interface Attachment {
  readonly pid: number;
  /** The program and its arguments. */
  readonly command: string;
  /** Of Node: v20.20.2. */
  readonly version: string;
  /** With its main thread. */
  readonly main: Conversation;
  /** Aborted when the connection is closed, whoever did it. */
  readonly closed: AbortSignal;
  /** Leaves the process as it was found: its inspector is closed if it was opened for us. */
  detach(): Promise<void>;
}

interface Introduction {
  readonly pid: number;
  readonly version: string;
  /** Where the process would open its inspector the next time. */
  readonly port: number;
}

const introduce = 'JSON.stringify({ pid: process.pid, version: process.version, port: process.debugPort })';
const closeInspector = 'process._debugEnd()';

/**
 * Connects to a running Node process. With `makeRoom` its inspector moves to a port of its own, so that the next
 * process can open one. Throws a UserError where it cannot be done.
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
    `process ${target.pid}: its port leads to another process`,
    'Run hotpath on the machine, or in the container, that the process runs on.',
    exitCode.noMeasurement,
  );
}

/** Evaluates an expression in a thread and gives its value. */
export async function evaluate(thread: Conversation, expression: string): Promise<unknown> {
  const answer = await thread.ask('Runtime.evaluate', {
    expression,
    returnByValue: true,
    silent: true,
    // Brings `require`, which main programs that are modules lack.
    includeCommandLineAPI: true,
  });
  return (answer as { result: { value?: unknown } }).result.value;
}

/**
 * Closes the connection from the other side, by an expression that closes the inspector. It is not answered: Node first
 * closes all connections. A thread that is blocked evaluates it when it goes on.
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

/** Has a process open its inspector anew, at any port that is free. */
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
