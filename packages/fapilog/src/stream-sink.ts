import { openSync } from 'node:fs';
import sonicBoom, { type SonicBoom } from 'sonic-boom';
import { destinationOf, type Sink, type Target } from './sink.js';

/** Writes up to this size reach the operating system in one call. A batch of lines is usually smaller. */
const MAX_WRITE_BYTES = 64 * 1024;

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Appends to a file or standard output without blocking the event loop. */
export class StreamSink implements Sink {
  readonly #target: Target;
  readonly #onError: (error: Error) => void;
  readonly #waiters: Waiter[] = [];
  #stream: SonicBoom | undefined;
  #idle = true;

  /**
   * `onError` receives a failed write; lines since the last flush are then lost. Throws the system's error if the file
   * cannot be opened for appending.
   */
  constructor(target: Target, onError: (error: Error) => void) {
    this.#target = target;
    this.#onError = onError;
    this.#stream = this.#open();
  }

  /** Throws the system's error if the file has failed before and cannot be reopened. */
  write(lines: string): unknown {
    this.#stream ??= this.#open();
    this.#idle = false;
    return this.#stream.write(lines);
  }

  /** Waits for the "drain" event of the stream, because its `flush` would add an fsync to every call. */
  flush(): Promise<void> {
    if (this.#idle) return Promise.resolve();
    return new Promise((resolve, reject) => this.#waiters.push({ resolve, reject }));
  }

  async close(): Promise<void> {
    await this.flush();
    const stream = this.#stream;
    if (stream === undefined) return;
    await new Promise<void>((resolve) => {
      stream.once('close', resolve);
      stream.end();
    });
  }

  flushSync(): void {
    this.#stream?.flushSync();
  }

  #open(): SonicBoom {
    const destination = destinationOf(this.#target);
    // Opened here and not by the stream, so that a wrong path fails immediately and an early exit has a descriptor to write to.
    const fd = typeof destination === 'string' ? openSync(destination, 'a') : destination;
    const stream = new sonicBoom.SonicBoom({ fd, maxWrite: MAX_WRITE_BYTES });
    stream.on('drain', () => this.#settle(undefined));
    stream.on('error', (error: Error) => {
      if (stream === this.#stream) this.#abandon(stream, error);
    });
    return stream;
  }

  /** Destroys the stream, which would otherwise retry the failed lines after they are counted as dropped. */
  #abandon(stream: SonicBoom, error: Error): void {
    this.#stream = undefined;
    stream.destroy();
    this.#onError(error);
    this.#settle(error);
  }

  #settle(error: Error | undefined): void {
    this.#idle = true;
    for (const waiter of this.#waiters.splice(0)) {
      if (error === undefined) waiter.resolve();
      else waiter.reject(error);
    }
  }
}
