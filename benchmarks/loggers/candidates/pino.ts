import { once } from 'node:events';
import type { DestinationStream, pino as Pino } from 'pino';
import { type Candidate, type Destination, message, type OpenLogger, payload, unreported } from './logger.js';
import { writeBlocking } from './slow-device.js';

/** The `minLength` of the asynchronous destination in pino's documentation, bytes. */
const gatheredBytes = 4096;

/** thread-stream has `ref`, but its type declarations do not. */
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
      return unreported;
    },
    close,
  };
}

/** A call returns after the write. */
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
    // The first drain may be that of a write in progress, which leaves the lines gathered since. A callback of sonic-boom's
    // flush would be called for that drain too, and after an fsync, which /dev/null does not support.
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
    // A transport that is ready does not keep the process alive, but its end is awaited here.
    stream.ref();
    const closed = once(stream, 'close');
    stream.end();
    await closed;
  });
}

export const pinoCandidates: readonly Candidate[] = [
  {
    name: 'pino-sync',
    about: 'pino with defaults: each call writes',
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
