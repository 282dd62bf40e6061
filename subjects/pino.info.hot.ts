import { defineHotPath } from 'hotpath';
import { type DestinationStream, type Logger, pino } from 'pino';

interface Context {
  readonly logger: Logger;
  readonly destination: DestinationStream & { end(): void };
  readonly payload: object;
}

/** pino with defaults, writing synchronously to /dev/null. Its source has no regions, so rows are functions by name. */
export default defineHotPath<Context>({
  name: 'pino.info',
  functions: [
    'pino/lib/tools.js#LOG',
    'pino/lib/proto.js#write',
    'pino/lib/tools.js#asJson',
    'pino/lib/time.js#epochTime',
    'sonic-boom/index.js#write',
    'sonic-boom/index.js#actualWrite',
  ],
  setup() {
    const destination = pino.destination({ dest: '/dev/null', sync: true });
    const logger = pino({ level: 'info' }, destination);
    return { logger, destination, payload: { user: 'u123', action: 'test', nested: { a: 1, b: 2 } } };
  },
  run: ({ logger, payload }) => logger.info(payload, 'bench'),
  teardown: ({ destination }) => destination.end(),
});
