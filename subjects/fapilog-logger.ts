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
 * A logger that writes to /dev/null: the sink is not the subject. Its queue holds a whole batch of operations, so
 * that nothing is dropped and every call takes the whole path.
 */
export function openLogger(mode: HandoffMode): LoggerContext {
  const logger = createLogger({
    mode,
    level: 'info',
    sink: { type: 'file', path: '/dev/null' },
    queueCapacity: 65_536,
  });
  return { logger, payload: { user: 'u123', action: 'test', nested: { a: 1, b: 2 } } };
}

/** Where the marked regions of the log call are, relative to the specifications. */
export const loggerSources = ['../packages/fapilog/src/**/*.ts'];

/** Regions of the log call that may run many times in a row: they make values and count nothing. */
export const repeatableRows = ['context lookups', 'UUID generation', 'dict operations', 'timestamp', 'data'];
