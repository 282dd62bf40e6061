import { Writable } from 'node:stream';
import { type Candidate, message, payload, unreported } from './logger.js';
import { flushStream, openStream } from './stream.js';

export const logtapeCandidate: Candidate = {
  name: 'logtape',
  about: 'LogTape: its stream sink to a file stream, JSON lines',
  json: true,
  slow: true,
  async open(destination) {
    const { configure, dispose, getLogger, getStreamSink, jsonLinesFormatter } = await import(
      '@logtape/logtape'
    );
    const stream = openStream(destination);
    const sink = getStreamSink(Writable.toWeb(stream), { formatter: jsonLinesFormatter });
    await configure({
      sinks: { bench: sink },
      loggers: [
        { category: 'bench', lowestLevel: 'info', sinks: ['bench'] },
        // Otherwise LogTape's notice about its own loggers would be one of the lines.
        { category: ['logtape', 'meta'], lowestLevel: 'error', sinks: [] },
      ],
    });
    const logger = getLogger('bench');
    return {
      log: () => logger.info(message, payload),
      async flush() {
        await sink.drain();
        await flushStream(stream);
        return unreported;
      },
      close: () => dispose(),
    };
  },
};
