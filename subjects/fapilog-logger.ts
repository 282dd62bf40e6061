import { createLogger, type HandoffMode, type Logger } from '../packages/fapilog/src/index.js';

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

/** A logger that writes to /dev/null: the sink is not the subject. */
export function openLogger(mode: HandoffMode): LoggerContext {
  const logger = createLogger({
    mode,
    level: 'info',
    sink: { type: 'file', path: '/dev/null' },
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
