import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { exitCode, UserError } from '../../errors.js';
import { missing } from '../processes/find-target.js';
import { isAnyAddress, isLoopback, type ListeningSocket } from '../processes/proc-text.js';
import type { ProcessTable, RunningProcess } from '../processes/process-table.js';
import { inspectorPlace } from './inspector-place.js';

/** A process's inspector, which listens. */
export interface Inspector {
  readonly socket: ListeningSocket;
  /** Where a WebSocket connects to. */
  readonly url: string;
  /** Whether it is open because we asked for it. */
  readonly isOurs: boolean;
}

const openMs = 5000;
const lookEveryMs = 20;
/** After so long without a new socket, the old ones are asked: the inspector may be open at a place nobody told us. */
const askOldAfterMs = 1000;

/** Finds a process's inspector, or has the process open it. Throws a UserError where neither can be done. */
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

/** Waits for a socket of a process that is an inspector's; null where none comes up in time. */
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

/** Sockets that answer on this machine's own addresses. */
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

/** Asks a socket for the address of its inspector; null where it is none. */
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

/** Node installs its handler of SIGUSR1 early, but not at once; until then the signal would kill it. */
async function untilCatching(target: RunningProcess, table: ProcessTable): Promise<void> {
  for (let waited = 0; waited < startMs; waited += lookEveryMs) {
    const found = table.look(target.pid);
    if (!found) throw missing(target.pid);
    if (found.catchesUsr1 !== false) return;
    await pause(lookEveryMs);
  }
  throw new UserError(
    `process ${target.pid} is just starting, or was told to take no SIGUSR1 (--disable-sigusr1)`,
    'Try again, or start it with --inspect.',
    exitCode.noMeasurement,
  );
}

/** An inspector that other machines could reach is not for us to open. */
export function tooPublic({ pid }: RunningProcess, host: string): UserError {
  return new UserError(
    `process ${pid} would open its inspector for other machines (${host})`,
    'Start it with --inspect-port=127.0.0.1:9229, or without that option.',
    exitCode.noMeasurement,
  );
}

function taken({ pid }: RunningProcess, port: number): UserError {
  return new UserError(
    `port ${port}, where process ${pid} would open its inspector, is taken by another process`,
    `End what listens there (\`lsof -i :${port}\` tells), or start the process with --inspect-port=0.`,
    exitCode.noMeasurement,
  );
}

function silent({ pid }: RunningProcess): UserError {
  return new UserError(
    `process ${pid} does not answer: it opened no inspector in ${openMs / 1000} s`,
    'It may be busy in native code (execSync, an add-on), and then opens it as soon as it is done; or it handles SIGUSR1 itself.',
    exitCode.noMeasurement,
  );
}
