import { defineHotPath } from 'hotpath';
import { closeLogger, loggerSources, openLogger, repeatableRows } from './fapilog-logger.js';

/** `logger.exception()` with an error thrown ten calls deep. Throwing and catching it is a row of its own. */
export default defineHotPath({
  name: 'fapilog.error',
  sources: ['fapilog.error.hot.ts', ...loggerSources],
  // Not `stack`: V8 formats the stack when it is first read, and keeps the text.
  repeatable: [...repeatableRows, 'throw and catch', 'frames'],
  setup: () => openLogger('loop'),
  run({ logger, payload }) {
    let caught: unknown;
    // #region throw and catch
    try {
      failBelow(10);
    } catch (error) {
      caught = error;
    }
    // #endregion
    logger.exception('bench', caught, payload);
  },
  settle: ({ logger }) => logger.drain(),
  teardown: closeLogger,
});

function failBelow(depth: number): number {
  if (depth === 0) throw new Error('the connection was refused');
  return failBelow(depth - 1) + 1;
}
