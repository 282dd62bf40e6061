import { Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';

/**
 * A device whose every write takes some milliseconds, however much is written at once. Threads share it: slot 0 is the
 * length of a write in ms, slot 1 counts writes, slot 2 lines.
 */
export type SlowDevice = Int32Array;

const DELAY = 0;
const WRITES = 1;
const LINES = 2;

const lineFeed = 10;

/** A device that takes no time yet: loggers warm up on it. */
export function createSlowDevice(): SlowDevice {
  return new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
}

/** From now on a write takes so many ms; what was written before is no longer counted. */
export function slowDown(device: SlowDevice, delayMs: number): void {
  Atomics.store(device, DELAY, delayMs);
  Atomics.store(device, WRITES, 0);
  Atomics.store(device, LINES, 0);
}

export interface Written {
  readonly writes: number;
  readonly lines: number;
}

export function written(device: SlowDevice): Written {
  return { writes: Atomics.load(device, WRITES), lines: Atomics.load(device, LINES) };
}

/** Blocks the thread for the length of a write, as a synchronous write does. */
export function writeBlocking(device: SlowDevice, chunk: string | Uint8Array): void {
  const delay = Atomics.load(device, DELAY);
  // The device's own memory is what is slept on; nobody changes the slot meanwhile.
  if (delay > 0) Atomics.wait(device, DELAY, delay, delay);
  count(device, chunk);
}

/** Resolves after the length of a write, while the thread goes on. */
export async function writeWaiting(device: SlowDevice, chunk: string | Uint8Array): Promise<void> {
  // An empty write only asks whether those before it are done.
  if (chunk.length === 0) return;
  const delay = Atomics.load(device, DELAY);
  if (delay > 0) await setTimeout(delay);
  count(device, chunk);
}

/** The device as a stream, for loggers that write to one: chunk by chunk, as a file stream without `writev`. */
export function slowStream(device: SlowDevice): Writable {
  return new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      void writeWaiting(device, chunk).then(() => done());
    },
  });
}

function count(device: SlowDevice, chunk: string | Uint8Array): void {
  const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  let lines = 0;
  for (const byte of bytes) if (byte === lineFeed) lines += 1;
  Atomics.add(device, WRITES, 1);
  Atomics.add(device, LINES, lines);
}
