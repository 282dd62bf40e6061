import { setImmediate } from 'node:timers/promises';
import { type Candidate, message, payload, untold } from './logger.js';
import { endStream, flushStream, openStream } from './stream.js';

/** winston through its Stream transport; its File transport adds rotation, and looks at the file before it writes. */
export const winstonCandidate: Candidate = {
  name: 'winston',
  about: 'winston: timestamp and JSON formats, Stream transport to a file stream',
  json: true,
  slow: true,
  async open(destination) {
    const { default: winston } = await import('winston');
    const stream = openStream(destination);
    const transport = new winston.transports.Stream({ stream });
    const logger = winston.createLogger({
      level: 'info',
      format: winston.format.combine(winston.format.timestamp(), winston.format.json()),
      transports: [transport],
    });
    // Lines wait in three places: the logger is a stream that pipes into its transport.
    const waiting = (): number => logger.writableLength + logger.readableLength + transport.writableLength;
    return {
      log: () => logger.info(message, payload),
      async flush() {
        while (waiting() > 0) await setImmediate();
        await flushStream(stream);
        return untold;
      },
      async close() {
        logger.close();
        await endStream(stream);
      },
    };
  },
};
