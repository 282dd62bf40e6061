import { createLogger, type HandoffMode, type Logger, type Sink } from '../packages/fapilog/src/index.js';

/** Typical metadata of a log call (docs/story-1.30.md, AC4). */
export interface Payload {
  readonly [key: string]: unknown;
}

export interface LoggerContext {
  readonly logger: Logger;
  readonly payload: Payload;
}

/**
 * More than the operations of any batch, so that nothing is dropped and every call takes the whole path. Not larger, so that
 * the ring has wrapped around before it is measured: at the first wrap-around V8 deoptimises code that has not seen one.
 */
export const queueCapacity = 8192;

/**
 * Discards its lines: the sink is not measured. A file would have to be waited for, even /dev/null: a flush by another
 * thread takes the time of hundreds of calls after every batch (ADR 26).
 */
const nowhere: Sink = { write: () => true, flush: () => Promise.resolve(), close: () => Promise.resolve() };

/** A logger whose lines go nowhere. A worker thread opens its sink itself, so that sink has to be a named file. */
export function openLogger(mode: HandoffMode): LoggerContext {
  const logger = createLogger({
    mode,
    level: 'info',
    sink: mode === 'loop' ? nowhere : { type: 'file', path: '/dev/null' },
    queueCapacity,
  });
  return { logger, payload: { user: 'u123', action: 'test', nested: { a: 1, b: 2 } } };
}

/** Closes a logger. Throws when it dropped lines, since a call that drops takes another path. */
export async function closeLogger({ logger }: LoggerContext): Promise<void> {
  const { dropped } = await logger.close();
  if (dropped > 0) throw new Error(`the queue was full for ${dropped} lines: it has to hold a batch`);
}

/** The files with the marked regions of the log call, relative to the specifications. */
export const loggerSources = ['../packages/fapilog/src/**/*.ts'];

/** Regions of the log call that may run several times in succession: they make values and change no state. */
export const repeatableRows = ['context lookups', 'UUID generation', 'dict operations', 'timestamp', 'data'];
