import { defineHotPath } from 'hotpath';
import { captureFloor, drainFloor, rowFloors } from './fapilog-floor.js';
import { loggerSources, openLogger, repeatableRows } from './fapilog-logger.js';

/** `logger.info()` as it comes: lines wait in the queue and are drained on the same event loop, between batches. */
export default defineHotPath({
  name: 'fapilog.info',
  repeatable: [...repeatableRows, 'preparePayload', 'buildEnvelope'],
  sources: loggerSources,
  setup: () => openLogger('loop'),
  run: ({ logger, payload }) => logger.info('bench', payload),
  floor: captureFloor,
  rowFloors,
  replacements: {
    'no copy': { row: 'data', code: 'const data = fields;' },
    structuredClone: { row: 'data', code: 'const data = structuredClone(fields);' },
    milliseconds: { row: 'timestamp', code: 'const timestamp = sources.clock();' },
  },
  settle({ logger }) {
    drainFloor();
    return logger.drain();
  },
  teardown: ({ logger }) => logger.close(),
});
