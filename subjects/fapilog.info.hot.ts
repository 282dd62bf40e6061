import { defineHotPath } from 'hotpath';
import { captureFloor, drainFloor, rowFloors } from './fapilog-floor.js';
import { closeLogger, loggerSources, openLogger, repeatableRows } from './fapilog-logger.js';

/** `logger.info()` with defaults: lines wait in the queue, and the same event loop drains it between batches. */
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
    // Ten digits, like the ids of the change that `npm run profile` carries out.
    'a counter': {
      row: 'UUID generation',
      code: `const correlationId = scope.correlationId
        ?? 'f81d4fae-7dec-41d0-a765-00' + (sources.count = (sources.count ?? 999_999_999) + 1);`,
    },
    milliseconds: { row: 'timestamp', code: 'const timestamp = sources.clock();' },
  },
  settle({ logger }) {
    drainFloor();
    return logger.drain();
  },
  teardown: closeLogger,
});
