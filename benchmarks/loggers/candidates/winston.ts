import { setImmediate } from 'node:timers/promises';
import { type Candidate, message, payload, unreported } from './logger.js';
import { endStream, flushStream, openStream } from './stream.js';

/** winston with its Stream transport: its File transport adds rotation, and reads the file's state before it writes. */
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
    // The logger is a stream that pipes into its transport, so lines wait in three buffers.
    const waiting = (): number => logger.writableLength + logger.readableLength + transport.writableLength;
    return {
      log: () => logger.info(message, payload),
      async flush() {
        while (waiting() > 0) await setImmediate();
        await flushStream(stream);
        return unreported;
      },
      async close() {
        logger.close();
        await endStream(stream);
      },
    };
  },
};
