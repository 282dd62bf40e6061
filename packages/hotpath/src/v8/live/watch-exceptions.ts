import type { ThrownFrame, ThrownStack } from '../counted.js';
import type { ThreadScripts } from './thread-scripts.js';
import type { ThreadSession } from './thread-session.js';

/** `Debugger.paused` of the inspector's protocol, as far as it is used. */
interface Paused {
  readonly reason: string;
  readonly callFrames: readonly { readonly location: Place }[];
}

/** From 0. */
interface Place {
  readonly scriptId: string;
  readonly lineNumber: number;
  readonly columnNumber?: number;
}

/** The exceptions of this thread, by the stacks from which they were thrown. */
export interface ExceptionWatch {
  /** The exceptions since the last call. */
  take(): ThrownStack[];
  /** False after more exceptions than could be looked at: later ones are unknown. */
  knowsAll(): boolean;
}

/** Reasons of a pause; others are `debugger` statements and failed assertions. */
const exceptions = new Set(['exception', 'promiseRejection']);

/** Frames that are looked at before the watch ends. The debugger needs about 0.1 ms for each. */
const mostFrames = 500_000;

/**
 * Watches all exceptions of this thread, caught or not. V8's debugger must be on (`watchScripts`). A session of the thread
 * itself cannot hold the thread: V8 tells of the pause and goes on.
 */
export function watchExceptions(session: ThreadSession, scripts: ThreadScripts): ExceptionWatch {
  let thrown = new Map<string, { readonly places: readonly Place[]; count: number; toPromise: boolean }>();
  let left = mostFrames;
  const pauseOn = (state: 'all' | 'none'): object => session.ask('Debugger.setPauseOnExceptions', { state });
  session.on<Paused>('Debugger.paused', ({ reason, callFrames }) => {
    if (!exceptions.has(reason) || left <= 0) return;
    left -= callFrames.length;
    if (left <= 0) pauseOn('none');
    const places = callFrames.map(({ location }) => location);
    const toPromise = reason === 'promiseRejection';
    const key = places.map((at) => `${at.scriptId}:${at.lineNumber}:${at.columnNumber}`).join(' ') + reason;
    const known = thrown.get(key);
    if (known) known.count++;
    else thrown.set(key, { places, count: 1, toPromise });
  });
  const frameOf = ({ scriptId, lineNumber, columnNumber = 0 }: Place): ThrownFrame => ({
    file: scripts.fileOf(scriptId),
    line: lineNumber + 1,
    column: columnNumber,
  });
  pauseOn('all');
  return {
    take() {
      const taken = [...thrown.values()].map(({ places, ...rest }) => ({
        ...rest,
        frames: places.map(frameOf),
      }));
      thrown = new Map();
      return taken;
    },
    knowsAll: () => left > 0,
  };
}
