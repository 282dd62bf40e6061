/**
 * The state of all submitted lines: queued, handed to the sink but not confirmed, processed, or dropped.
 * Lines are handed over and confirmed in order, so two counters mark the unconfirmed range. Overlapping flushes may
 * confirm the same range twice; it counts once.
 */
export class Tally {
  submitted = 0;
  /** Suppressed by level, sampling or dedupe; never submitted. */
  suppressed = 0;
  processed = 0;
  dropped = 0;
  /** Failures of the sink or its worker. */
  sinkErrors = 0;
  /** Lines handed to the sink so far. */
  handed = 0;
  #settled = 0;

  /** Lines handed to the sink that are neither confirmed nor given up. */
  get unconfirmed(): number {
    return this.handed - this.#settled;
  }

  /** Counts the first `upTo` handed lines as processed. */
  confirm(upTo: number): void {
    this.processed += this.#settle(upTo);
  }

  /** Counts those of the first `upTo` handed lines that are not confirmed as dropped. */
  giveUp(upTo: number): void {
    this.dropped += this.#settle(upTo);
  }

  #settle(upTo: number): number {
    const count = Math.max(0, upTo - this.#settled);
    this.#settled += count;
    return count;
  }
}
