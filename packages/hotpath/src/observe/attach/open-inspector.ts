import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { exitCode, UserError } from '../../errors.js';
import { missing } from '../processes/find-target.js';
import { isAnyAddress, isLoopback, type ListeningSocket } from '../processes/proc-text.js';
import type { ProcessTable, RunningProcess } from '../processes/process-table.js';
import { inspectorPlace } from './inspector-place.js';

/** The open inspector of a process. */
export interface Inspector {
  readonly socket: ListeningSocket;
  /** The URL for a WebSocket. */
  readonly url: string;
  /** Whether it was opened for us. */
  readonly isOurs: boolean;
}

const openMs = 5000;
const lookEveryMs = 20;
/** If no new socket appears in this time, the old ones are probed: the inspector may be open at an unexpected port. */
const askOldAfterMs = 1000;

/** Finds the inspector of a process, or has the process open it. Throws a UserError if it opens none in time, would open it for other machines, or its port is taken. */
export async function openInspector(target: RunningProcess, table: ProcessTable): Promise<Inspector> {
  const place = inspectorPlace(target.words.slice(1), target.nodeOptions);
  const before = reachable(table.listening(target.pid));
  const open = await firstInspector(before.filter(({ port }) => port === place.port));
  if (open) return { ...open, isOurs: false };
  if (!isLoopback(place.host)) throw tooPublic(target, place.host);
  if (place.port !== 0 && table.isTaken(place.port, target.pid)) throw taken(target, place.port);
  await untilCatching(target, table);
  process.kill(target.pid, 'SIGUSR1');
  const isOld = ({ port }: ListeningSocket): boolean => before.some((socket) => socket.port === port);
  const isNew = (socket: ListeningSocket): boolean => !isOld(socket);
  const opened = await inspectorAmong(target, table, isNew, askOldAfterMs);
  if (opened) return { ...opened, isOurs: true };
  const old = await inspectorAmong(target, table, isOld, 0);
  if (old) return { ...old, isOurs: false };
  const late = await inspectorAmong(target, table, isNew, openMs - askOldAfterMs);
  if (late) return { ...late, isOurs: true };
  throw table.look(target.pid) ? silent(target) : missing(target.pid);
}

/** Waits for a listening socket of a process that is an inspector; null if there is none in time. */
export async function inspectorAmong(
  { pid }: RunningProcess,
  table: ProcessTable,
  isWanted: (socket: ListeningSocket) => boolean,
  waitMs: number,
): Promise<Omit<Inspector, 'isOurs'> | null> {
  const end = performance.now() + waitMs;
  do {
    const found = await firstInspector(reachable(table.listening(pid)).filter(isWanted));
    if (found) return found;
    await pause(lookEveryMs);
  } while (performance.now() < end);
  return null;
}

/** Sockets that accept connections from this machine. */
function reachable(sockets: readonly ListeningSocket[]): ListeningSocket[] {
  return sockets.filter(({ address }) => isLoopback(address) || isAnyAddress(address));
}

async function firstInspector(
  sockets: readonly ListeningSocket[],
): Promise<Omit<Inspector, 'isOurs'> | null> {
  for (const socket of sockets) {
    const url = await inspectorUrl(socket);
    if (url !== null) return { socket, url };
  }
  return null;
}

const answerMs = 1000;

/** Requests the WebSocket URL from a socket; null if it is not an inspector. */
async function inspectorUrl({ address, port }: ListeningSocket): Promise<string | null> {
  const host = address === '::' ? '::1' : isAnyAddress(address) ? '127.0.0.1' : address;
  const text = await new Promise<string>((resolve) => {
    const request = get({ host, port, path: '/json/list', timeout: answerMs, agent: false }, (answer) => {
      let got = '';
      answer.setEncoding('utf8').on('data', (piece) => {
        got += piece;
      });
      answer.once('close', () => resolve(got));
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(''));
  });
  const [, path] = /"webSocketDebuggerUrl":\s*"ws:\/\/[^/"]+(\/[^"]+)"/.exec(text) ?? [];
  return path === undefined ? null : `ws://${host.includes(':') ? `[${host}]` : host}:${port}${path}`;
}

const startMs = 2000;

/** Waits until Node has installed its handler of SIGUSR1. Before that, the signal would kill the process. */
async function untilCatching(target: RunningProcess, table: ProcessTable): Promise<void> {
  for (let waited = 0; waited < startMs; waited += lookEveryMs) {
    const found = table.look(target.pid);
    if (!found) throw missing(target.pid);
    if (found.catchesUsr1 !== false) return;
    await pause(lookEveryMs);
  }
  throw new UserError(
    `process ${target.pid} does not handle SIGUSR1: it is still starting, or runs with --disable-sigusr1`,
    'Try again, or start it with --inspect.',
    exitCode.noMeasurement,
  );
}

/** We do not open an inspector that other machines could reach. */
export function tooPublic({ pid }: RunningProcess, host: string): UserError {
  return new UserError(
    `process ${pid} would open its inspector to other machines (${host})`,
    'Start it with --inspect-port=127.0.0.1:9229, or without that option.',
    exitCode.noMeasurement,
  );
}

function taken({ pid }: RunningProcess, port: number): UserError {
  return new UserError(
    `port ${port}, at which process ${pid} would open its inspector, is in use by another process`,
    `End the process that listens there (\`lsof -i :${port}\` shows it), or start process ${pid} with --inspect-port=0.`,
    exitCode.noMeasurement,
  );
}

function silent({ pid }: RunningProcess): UserError {
  return new UserError(
    `process ${pid} does not answer: it opened no inspector within ${openMs / 1000} s`,
    'It may be busy in native code (execSync, an add-on) and open the inspector afterwards, or it may handle SIGUSR1 itself.',
    exitCode.noMeasurement,
  );
}
