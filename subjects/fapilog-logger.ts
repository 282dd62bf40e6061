import { createLogger, type HandoffMode, type Logger, type Sink } from '../packages/fapilog/src/index.js';

/** The story's typical metadata. */
export interface Payload {
  readonly [key: string]: unknown;
}

export interface LoggerContext {
  readonly logger: Logger;
  readonly payload: Payload;
}

/**
 * More than any batch of operations: nothing is dropped and every call takes the whole path. No larger, so that a queue
 * has come round before it is measured: where it first does, V8 throws away code that had not seen it.
 */
export const queueCapacity = 8192;

/**
 * Forgets its lines: the sink is not the subject. Nor does it wait as a file does, even /dev/null: its flush by another
 * thread takes the time of hundreds of calls, behind every batch.
 */
const nowhere: Sink = { write: () => true, flush: () => Promise.resolve(), close: () => Promise.resolve() };

/** A logger whose lines go nowhere; a worker thread opens its own sink, which must have a name. */
export function openLogger(mode: HandoffMode): LoggerContext {
  const logger = createLogger({
    mode,
    level: 'info',
    sink: mode === 'loop' ? nowhere : { type: 'file', path: '/dev/null' },
    queueCapacity,
  });
  return { logger, payload: { user: 'u123', action: 'test', nested: { a: 1, b: 2 } } };
}

/** Closes a logger; throws when it dropped lines, since dropping is another path. */
export async function closeLogger({ logger }: LoggerContext): Promise<void> {
  const { dropped } = await logger.close();
  if (dropped > 0) throw new Error(`${dropped} lines found the queue full: it must hold a batch`);
}

/** Where the marked regions of the log call are, relative to the specifications. */
export const loggerSources = ['../packages/fapilog/src/**/*.ts'];

/** Regions of the log call that may run many times in a row: they make values and count nothing. */
export const repeatableRows = ['context lookups', 'UUID generation', 'dict operations', 'timestamp', 'data'];
