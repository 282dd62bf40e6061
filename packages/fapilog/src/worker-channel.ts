import { closeSync, openSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import ThreadStream from 'thread-stream';
import type { Sink, Target } from './sink.js';
import { ACCEPTED, ENDED, LEDGER_BYTES, type WorkerInput } from './worker-ledger.js';

export interface ChannelSettings {
  readonly target: Target;
  /** Copy lines into the shared memory inside `write`, instead of on a later turn. */
  readonly sync: boolean;
  /** Called once, when the worker can take no more lines. */
  readonly onFailure: (error: Error) => void;
}

/** What thread-stream has and its type declarations leave out. */
interface StreamState {
  readonly worker: Worker;
  readonly destroyed: boolean;
  readonly closed: boolean;
  ref(): void;
  unref(): void;
}

/** A wait is cut into slices so that a worker that ends between two looks is noticed. */
const WAIT_SLICE_MS = 100;
/** How long `close` waits for the worker's end before it gives up. */
const CLOSE_TIMEOUT_MS = 10_000;

/** The logger's end of a worker thread that writes lines; what it has accepted is counted in shared memory. */
export class WorkerChannel implements Sink {
  readonly #ledger = new Int32Array(new SharedArrayBuffer(LEDGER_BYTES));
  readonly #stream: ThreadStream & StreamState;
  readonly #onFailure: (error: Error) => void;
  readonly #flushes = new Set<(error: Error) => void>();
  #failure: Error | undefined;
  #reported = false;
  #closing = false;

  /** Throws the system's error when the target cannot be opened for appending. */
  constructor(settings: ChannelSettings) {
    const { target } = settings;
    if (target.type === 'file') closeSync(openSync(target.path, 'a'));
    this.#onFailure = settings.onFailure;
    const input: WorkerInput = { target, ledger: this.#ledger.buffer as SharedArrayBuffer };
    const filename = new URL('./worker.js', import.meta.url).href;
    const stream = new ThreadStream({ filename, sync: settings.sync, workerData: input });
    this.#stream = stream as ThreadStream & StreamState;
    this.#stream.on('error', (error: Error) => this.#failAndReport(error));
    this.#stream.on('close', () => {
      if (!this.#closing) this.#failAndReport(new Error('the log worker ended before the logger was closed'));
    });
    // A logger that nobody closes must not keep the process alive; the exit hook writes what is left.
    this.#stream.unref();
  }

  /** Lines the worker has written, modulo 2^32. */
  get accepted(): number {
    return Atomics.load(this.#ledger, ACCEPTED);
  }

  write(lines: string): boolean {
    if (this.#failure !== undefined) throw this.#failure;
    return this.#stream.write(lines);
  }

  /**
   * Blocks until the worker has written `count` lines in all. Throws when the worker has ended, or does not get
   * there within `timeoutMs`; the channel then takes no more lines.
   */
  waitAccepted(count: number, timeoutMs: number): void {
    let deadline = 0;
    for (;;) {
      const accepted = this.accepted;
      if (((count - accepted) | 0) <= 0) return;
      if (this.#failure !== undefined) throw this.#failure;
      // Only recorded: the stream's own event follows on a later turn and knows the cause.
      if (this.#hasEnded()) throw this.#fail(new Error('the log worker ended'));
      const now = performance.now();
      if (deadline === 0) deadline = now + timeoutMs;
      if (now >= deadline) throw this.#abandonWorker(timeoutMs);
      Atomics.wait(this.#ledger, ACCEPTED, accepted, Math.min(WAIT_SLICE_MS, deadline - now));
    }
  }

  flush(): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    if (this.#closing) return Promise.reject(new Error('the log worker has been closed'));
    return new Promise((resolve, reject) => {
      // A failure is rejected by #fail: thread-stream may not call back once its worker has died, or call back with
      // a general error before its event tells the cause.
      this.#flushes.add(reject);
      this.#stream.flush((error) => {
        if (error) return;
        this.#flushes.delete(reject);
        resolve();
      });
    });
  }

  /** Resolves when the worker thread has ended; rejects when it had to be ended by force. */
  async close(): Promise<void> {
    this.#closing = true;
    const failedBefore = this.#failure;
    if (this.#stream.closed) return;
    // The end of the worker is awaited, so from here on it must keep the process alive.
    this.#stream.ref();
    const ended = new Promise<void>((resolve) => this.#stream.once('close', resolve));
    if (failedBefore === undefined) this.#stream.end();
    await this.#within(ended);
    if (this.#failure !== failedBefore) throw this.#failure;
  }

  /** Blocks until the worker has written everything; throws when it does not within 10 s. */
  flushSync(): void {
    this.#stream.flushSync();
  }

  #hasEnded(): boolean {
    return this.#stream.destroyed || Atomics.load(this.#ledger, ENDED) === 1;
  }

  /** Lines that count as dropped must not be written later by a worker that was only slow. */
  #abandonWorker(timeoutMs: number): Error {
    void this.#stream.worker.terminate();
    return this.#failAndReport(new Error(`the log worker took no line for ${timeoutMs} ms`));
  }

  async #within(ended: Promise<void>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const error = new Error(`the log worker did not end within ${CLOSE_TIMEOUT_MS} ms`);
      timer = setTimeout(() => reject(error), CLOSE_TIMEOUT_MS);
    });
    await Promise.race([ended, late]).finally(() => clearTimeout(timer));
  }

  #failAndReport(error: Error): Error {
    const failure = this.#fail(error);
    if (!this.#reported) this.#onFailure(error);
    this.#reported = true;
    return failure;
  }

  #fail(error: Error): Error {
    if (this.#failure !== undefined) return this.#failure;
    this.#failure = error;
    for (const reject of this.#flushes) reject(error);
    this.#flushes.clear();
    return error;
  }
}
