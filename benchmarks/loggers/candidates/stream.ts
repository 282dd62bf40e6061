import { createWriteStream } from 'node:fs';
import { finished, type Writable } from 'node:stream';
import type { Destination } from './logger.js';
import { slowStream } from './slow-device.js';

/** A stream of Node to the destination, for loggers that write to any stream. */
export function openStream(destination: Destination): Writable {
  if (destination.kind === 'slow') return slowStream(destination.device);
  return createWriteStream(destination.path, { flags: 'a' });
}

/** Resolves when the destination has taken all earlier writes: an empty write waits for its turn. */
export function flushStream(stream: Writable): Promise<void> {
  return new Promise((resolve, reject) => stream.write('', (error) => (error ? reject(error) : resolve())));
}

export function endStream(stream: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    finished(stream, { readable: false }, (error) => (error ? reject(error) : resolve()));
    stream.end();
  });
}
