import { once } from 'node:events';
import type { DestinationStream, pino as Pino } from 'pino';
import { type Candidate, type Destination, message, type OpenLogger, payload, untold } from './logger.js';
import { writeBlocking } from './slow-device.js';

/** Bytes that pino's documentation gathers for its asynchronous destination. */
const gatheredBytes = 4096;

/** thread-stream has `ref`, its declarations have not. */
type Transport = ReturnType<typeof Pino.transport> & { ref(): void };

async function openOn(
  stream: DestinationStream,
  flush: () => Promise<void>,
  close: () => Promise<void>,
): Promise<OpenLogger> {
  const { pino } = await import('pino');
  const logger = pino({ level: 'info' }, stream);
  return {
    log: () => logger.info(payload, message),
    async flush() {
      await flush();
      return untold;
    },
    close,
  };
}

/** A call has written when it returns. */
async function openSync(destination: Destination): Promise<OpenLogger> {
  const nothing = async (): Promise<void> => {};
  if (destination.kind === 'slow') {
    const { device } = destination;
    return openOn({ write: (line) => writeBlocking(device, line) }, nothing, nothing);
  }
  const { pino } = await import('pino');
  const stream = pino.destination({ dest: destination.path, sync: true });
  return openOn(stream, nothing, async () => stream.end());
}

async function openAsync(destination: Destination): Promise<OpenLogger> {
  if (destination.kind === 'slow') throw new Error('sonic-boom writes to files only');
  const { pino } = await import('pino');
  const stream = pino.destination({ dest: destination.path, sync: false, minLength: gatheredBytes });
  await once(stream, 'ready');
  const writeGathered = async (): Promise<void> => {
    const drained = once(stream, 'drain');
    stream.flush();
    await drained;
  };
  const flush = async (): Promise<void> => {
    // The first drain may be that of a write under way, which leaves what has been gathered since. A callback given
    // to sonic-boom's flush would hear of that drain too, and of an fsync, which /dev/null does not have.
    await writeGathered();
    await writeGathered();
  };
  return openOn(stream, flush, async () => {
    const closed = once(stream, 'close');
    stream.end();
    await closed;
  });
}

async function openWorker(destination: Destination): Promise<OpenLogger> {
  const target = new URL('./pino-transport.js', import.meta.url).href;
  const { pino } = await import('pino');
  const stream = pino.transport({ target, options: destination }) as Transport;
  await once(stream, 'ready');
  const flush = (): Promise<void> =>
    new Promise((resolve, reject) =>
      stream.flush((error?: Error | null) => (error ? reject(error) : resolve())),
    );
  return openOn(stream, flush, async () => {
    // A transport that is ready keeps no process alive, and its end is awaited here.
    stream.ref();
    const closed = once(stream, 'close');
    stream.end();
    await closed;
  });
}

export const pinoCandidates: readonly Candidate[] = [
  {
    name: 'pino-sync',
    about: 'pino as it comes: each call writes',
    json: true,
    slow: true,
    open: openSync,
  },
  {
    name: 'pino-async',
    about: `pino.destination({ sync: false, minLength: ${gatheredBytes} })`,
    json: true,
    slow: false,
    open: openAsync,
  },
  {
    name: 'pino-worker',
    about: 'pino.transport() to a file, in a worker thread',
    json: true,
    slow: true,
    open: openWorker,
  },
];
