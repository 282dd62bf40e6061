/**
 * Where every submitted line is: queued, handed to the sink but not confirmed, processed, or dropped.
 * Lines are handed and confirmed in order, so two counters mark what is between, and confirming the same stretch
 * twice, as overlapping flushes do, counts it once.
 */
export class Tally {
  submitted = 0;
  /** Held back by level, sampling or dedupe; never submitted. */
  suppressed = 0;
  processed = 0;
  dropped = 0;
  /** Failures of the sink or its worker. */
  sinkErrors = 0;
  /** Lines ever given to the sink. */
  handed = 0;
  #settled = 0;

  /** Lines given to the sink whose fate is not known yet. */
  get unconfirmed(): number {
    return this.handed - this.#settled;
  }

  /** The first `upTo` handed lines are on their way out of the process. */
  confirm(upTo: number): void {
    this.processed += this.#settle(upTo);
  }

  /** What of the first `upTo` handed lines was never confirmed counts as dropped. */
  giveUp(upTo: number): void {
    this.dropped += this.#settle(upTo);
  }

  #settle(upTo: number): number {
    const count = Math.max(0, upTo - this.#settled);
    this.#settled += count;
    return count;
  }
}
