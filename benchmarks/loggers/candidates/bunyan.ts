import { type Candidate, message, payload, unreported } from './logger.js';
import { endStream, flushStream, openStream } from './stream.js';

export const bunyanCandidate: Candidate = {
  name: 'bunyan',
  about: 'bunyan to a file stream',
  json: true,
  slow: true,
  async open(destination) {
    const { default: bunyan } = await import('bunyan');
    const stream = openStream(destination);
    const logger = bunyan.createLogger({ name: 'bench', level: 'info', stream });
    return {
      log: () => logger.info(payload, message),
      async flush() {
        await flushStream(stream);
        return unreported;
      },
      close: () => endStream(stream),
    };
  },
};
