import { Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';

/**
 * A device on which each write takes some milliseconds, whatever its size. Threads share it: slot 0 is the duration of a
 * write in ms, slot 1 counts writes, slot 2 counts lines.
 */
export type SlowDevice = Int32Array;

const DELAY = 0;
const WRITES = 1;
const LINES = 2;

const lineFeed = 10;

/** A device whose writes take no time at first, so that loggers can warm up on it. */
export function createSlowDevice(): SlowDevice {
  return new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
}

/** Makes each later write take `delayMs`, and sets the counts to 0. */
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

/** Blocks the thread for the duration of a write, as a synchronous write does. */
export function writeBlocking(device: SlowDevice, chunk: string | Uint8Array): void {
  const delay = Atomics.load(device, DELAY);
  // Waits on the slot itself, which nothing changes in the meantime.
  if (delay > 0) Atomics.wait(device, DELAY, delay, delay);
  count(device, chunk);
}

/** Resolves after the duration of a write, without blocking the thread. */
export async function writeWaiting(device: SlowDevice, chunk: string | Uint8Array): Promise<void> {
  // An empty write only waits for those before it.
  if (chunk.length === 0) return;
  const delay = Atomics.load(device, DELAY);
  if (delay > 0) await setTimeout(delay);
  count(device, chunk);
}

/** The device as a stream that takes one chunk at a time, as a file stream without `writev` does. */
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
