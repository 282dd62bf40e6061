import { ERROR, type Level } from './levels.js';

/** Distinct messages remembered; the oldest is forgotten first, so a flood of different errors stays bounded. */
const MAX_MESSAGES = 1024;

/** Lets the first of equal ERROR and CRITICAL messages pass and holds back the others until its window has ended. */
export class ErrorDedupe {
  readonly #windowMs: number;
  readonly #clock: () => number;
  readonly #windowStart = new Map<string, number>();

  /** `windowMs` 0 switches the check off; `clock` is monotonic, in milliseconds. */
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
    // Deleting first moves a reopened message to the young end of the map's insertion order.
    this.#windowStart.delete(message);
    this.#windowStart.set(message, now);
    if (this.#windowStart.size <= MAX_MESSAGES) return;
    for (const oldest of this.#windowStart.keys()) {
      this.#windowStart.delete(oldest);
      return;
    }
  }
}
