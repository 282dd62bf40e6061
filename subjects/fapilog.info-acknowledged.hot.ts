import { defineHotPath } from 'hotpath';
import { closeLogger, loggerSources, openLogger } from './fapilog-logger.js';

/** `logger.info()` as the reference implementation does it: the call returns when the worker thread has the line. */
export default defineHotPath({
  name: 'fapilog.info-acknowledged',
  sources: loggerSources,
  setup: () => openLogger('thread-acknowledged'),
  run: ({ logger, payload }) => logger.info('bench', payload),
  teardown: closeLogger,
});
