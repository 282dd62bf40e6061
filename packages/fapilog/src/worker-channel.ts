import { closeSync, openSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import ThreadStream from 'thread-stream';
import type { Sink, Target } from './sink.js';
import { ACCEPTED, ENDED, LEDGER_BYTES, type WorkerInput } from './worker-ledger.js';

export interface ChannelSettings {
  readonly target: Target;
  /** Whether `write` copies lines into shared memory immediately, instead of in a later turn. */
  readonly sync: boolean;
  /** Called once, when the worker can accept no more lines. */
  readonly onFailure: (error: Error) => void;
}

/** Members of thread-stream that its type declarations lack. */
interface StreamState {
  readonly worker: Worker;
  readonly destroyed: boolean;
  readonly closed: boolean;
  ref(): void;
  unref(): void;
}

/** Waits are cut into slices, so that the end of the worker is noticed. */
const WAIT_SLICE_MS = 100;
/** How long `close` waits for the worker to end. */
const CLOSE_TIMEOUT_MS = 10_000;

/** The logger's side of a worker thread that writes lines. The worker counts accepted lines in shared memory. */
export class WorkerChannel implements Sink {
  readonly #ledger = new Int32Array(new SharedArrayBuffer(LEDGER_BYTES));
  readonly #stream: ThreadStream & StreamState;
  readonly #onFailure: (error: Error) => void;
  readonly #flushes = new Set<(error: Error) => void>();
  #failure: Error | undefined;
  #reported = false;
  #closing = false;

  /** Throws the system's error if the target cannot be opened for appending. */
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
    // An unclosed logger must not keep the process alive. The exit hook writes the remaining lines.
    this.#stream.unref();
  }

  /** Lines that the worker has written, modulo 2^32. */
  get accepted(): number {
    return Atomics.load(this.#ledger, ACCEPTED);
  }

  write(lines: string): boolean {
    if (this.#failure !== undefined) throw this.#failure;
    return this.#stream.write(lines);
  }

  /**
   * Blocks until the worker has written `count` lines in total. Throws if the worker has ended, or does not reach
   * `count` within `timeoutMs`. The channel then accepts no more lines.
   */
  waitAccepted(count: number, timeoutMs: number): void {
    let deadline = 0;
    for (;;) {
      const accepted = this.accepted;
      if (((count - accepted) | 0) <= 0) return;
      if (this.#failure !== undefined) throw this.#failure;
      // Not reported here: the event of the stream follows in a later turn, with the cause.
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
      // #fail rejects on failure, because thread-stream may not call back after its worker has died, or call back with
      // a generic error before the event with the cause.
      this.#flushes.add(reject);
      this.#stream.flush((error) => {
        if (error) return;
        this.#flushes.delete(reject);
        resolve();
      });
    });
  }

  /** Resolves when the worker thread has ended. Rejects if it fails or does not end in time. */
  async close(): Promise<void> {
    this.#closing = true;
    const failedBefore = this.#failure;
    if (this.#stream.closed) return;
    // The process must stay alive until the worker has ended.
    this.#stream.ref();
    const ended = new Promise<void>((resolve) => this.#stream.once('close', resolve));
    if (failedBefore === undefined) this.#stream.end();
    await this.#within(ended);
    if (this.#failure !== failedBefore) throw this.#failure;
  }

  /** Blocks until the worker has written everything. Throws after 10 s. */
  flushSync(): void {
    this.#stream.flushSync();
  }

  #hasEnded(): boolean {
    return this.#stream.destroyed || Atomics.load(this.#ledger, ENDED) === 1;
  }

  /** Ends the worker: if it was only slow, it must not write lines that already count as dropped. */
  #abandonWorker(timeoutMs: number): Error {
    void this.#stream.worker.terminate();
    return this.#failAndReport(new Error(`the log worker accepted no line for ${timeoutMs} ms`));
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
