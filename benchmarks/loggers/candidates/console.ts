import { Console } from 'node:console';
import { type Candidate, message, payload, unreported } from './logger.js';
import { endStream, flushStream, openStream } from './stream.js';

export const consoleCandidate: Candidate = {
  name: 'console',
  about: "Node's Console on a file stream; lines are text, without a time",
  json: false,
  slow: true,
  async open(destination) {
    const stream = openStream(destination);
    const logger = new Console({ stdout: stream });
    return {
      log: () => logger.info(message, payload),
      async flush() {
        await flushStream(stream);
        return unreported;
      },
      close: () => endStream(stream),
    };
  },
};
