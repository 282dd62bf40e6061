import { once } from 'node:events';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { Destination } from './logger.js';
import { type SlowDevice, writeBlocking } from './slow-device.js';

/** pino's worker transport: the destination of pino/file, or the slow device. */
async function openTransport(destination: Destination): Promise<unknown> {
  return destination.kind === 'slow' ? slow(destination.device) : file(destination.path);
}

/** As pino/file opens it, with a flush that waits: sonic-boom's own returns at once where `minLength` is not set. */
async function file(path: string): Promise<unknown> {
  const stream = pino.destination({ dest: path, sync: false });
  await once(stream, 'ready');
  return Object.assign(stream, {
    flush(done: () => void) {
      stream.once('drain', done);
      stream.write('');
    },
  });
}

/** The worker's thread has nothing else to do, so its writes block. */
function slow(device: SlowDevice): Writable {
  return new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      writeBlocking(device, chunk);
      done();
    },
  });
}

// biome-ignore lint/style/noDefaultExport: pino calls the default export of the module it is given.
export default openTransport;
