import { ERROR, type Level } from './levels.js';

/** Limit of remembered messages, which bounds memory under a flood of different errors. The oldest is dropped first. */
const MAX_MESSAGES = 1024;

/** Passes the first of equal ERROR and CRITICAL messages, and suppresses the others until its time window ends. */
export class ErrorDedupe {
  readonly #windowMs: number;
  readonly #clock: () => number;
  readonly #windowStart = new Map<string, number>();

  /** `windowMs` 0 disables the check. `clock` is monotonic, in ms. */
  constructor(windowMs: number, clock: () => number) {
    this.#windowMs = windowMs;
    this.#clock = clock;
  }

  isRepeat(level: Level, message: string): boolean {
    if (this.#windowMs === 0 || level.severity < ERROR.severity) return false;
    const now = this.#clock();
    const start = this.#windowStart.get(message);
    if (start !== undefined && now - start <= this.#windowMs) return true;
    this.#open(message, now);
    return false;
  }

  #open(message: string, now: number): void {
    // Deleting first moves a known message to the end of the insertion order.
    this.#windowStart.delete(message);
    this.#windowStart.set(message, now);
    if (this.#windowStart.size <= MAX_MESSAGES) return;
    for (const oldest of this.#windowStart.keys()) {
      this.#windowStart.delete(oldest);
      return;
    }
  }
}
