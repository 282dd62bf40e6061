import { type Candidate, message, payload, unreported } from './logger.js';
import { endStream, flushStream, openStream } from './stream.js';

/** roarr writes to standard output unless `ROARR.write` is set. It writes only if ROARR_LOG is set when it is loaded. */
export const roarrCandidate: Candidate = {
  name: 'roarr',
  about: 'roarr: ROARR.write to a file stream',
  json: true,
  slow: true,
  async open(destination) {
    process.env.ROARR_LOG = 'true';
    const { ROARR, Roarr } = await import('roarr');
    const stream = openStream(destination);
    // As its own writer writes to standard output.
    ROARR.write = (line) => {
      stream.write(`${line}\n`);
    };
    return {
      log: () => Roarr.info(payload, message),
      async flush() {
        await flushStream(stream);
        return unreported;
      },
      close: () => endStream(stream),
    };
  },
};
