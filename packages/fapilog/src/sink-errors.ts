import type { Tally } from './tally.js';

/** Counts the failures of a sink and reports only the first one, because a full disk would fail every batch. */
export class SinkErrors {
  readonly #tally: Tally;
  readonly #onError: (error: Error) => void;

  constructor(tally: Tally, onError: (error: Error) => void) {
    this.#tally = tally;
    this.#onError = onError;
  }

  report(cause: unknown): void {
    this.#tally.sinkErrors += 1;
    if (this.#tally.sinkErrors > 1) return;
    const error = cause instanceof Error ? cause : new Error(`the sink failed: ${String(cause)}`);
    try {
      this.#onError(error);
    } catch {
      // A broken listener must not break the program that logs.
    }
  }
}
