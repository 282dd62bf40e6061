import { takeBatch } from '../json-lines.js';
import type { Sink } from '../sink.js';
import type { Handoff, HandoffParts } from './handoff.js';

export interface BatchSettings {
  /** Lines per batch. A full batch is written in the next turn of the event loop. */
  readonly batchSize: number;
  /** Longest time that an incomplete batch waits, in ms. */
  readonly batchTimeoutMs: number;
}

/** Drains on the event loop of the logger. The call itself only checks whether a drain is scheduled. */
export class LoopHandoff implements Handoff {
  readonly #parts: HandoffParts;
  readonly #sink: Sink;
  readonly #settings: BatchSettings;
  #timer: NodeJS.Timeout | undefined;
  #immediate: NodeJS.Immediate | undefined;
  /** Whether the sink asked to wait. New lines then stay in the bounded queue, subject to the drop policy. */
  #sinkFull = false;

  constructor(parts: HandoffParts, sink: Sink, settings: BatchSettings) {
    this.#parts = parts;
    this.#sink = sink;
    this.#settings = settings;
  }

  notify(): void {
    if (this.#immediate !== undefined || this.#sinkFull) return;
    if (this.#parts.queue.size >= this.#settings.batchSize) this.#immediate = setImmediate(this.#turn);
    else if (this.#timer === undefined) this.#timer = setTimeout(this.#turn, this.#settings.batchTimeoutMs);
  }

  async drain(): Promise<void> {
    const { queue, tally } = this.#parts;
    while (queue.size > 0 || tally.unconfirmed > 0) {
      while (queue.size > 0) {
        if (!this.#writeBatch()) await this.#confirm();
      }
      await this.#confirm();
    }
    this.#unschedule();
  }

  async close(): Promise<void> {
    this.#unschedule();
    try {
      await this.#sink.close();
    } catch (error) {
      this.#parts.errors.report(error);
    }
  }

  flushSync(): void {
    while (this.#parts.queue.size > 0) this.#writeBatch();
    try {
      this.#sink.flushSync?.();
    } catch (error) {
      this.#parts.errors.report(error);
    }
  }

  /** A field instead of a method, so that scheduling it creates no closure. */
  readonly #turn = (): void => {
    this.#unschedule();
    if (this.#sinkFull) return;
    if (this.#writeBatch()) this.#continue();
    else void this.#waitForSink();
  };

  #continue(): void {
    if (this.#parts.queue.size > 0) this.notify();
  }

  async #waitForSink(): Promise<void> {
    this.#sinkFull = true;
    await this.#confirm();
    this.#sinkFull = false;
    this.#continue();
  }

  /** Returns false if the sink needs a flush before the next batch. */
  #writeBatch(): boolean {
    const { queue, tally, errors } = this.#parts;
    const batch = takeBatch(queue, this.#settings.batchSize);
    if (batch.count === 0) return true;
    try {
      const more = this.#sink.write(batch.text);
      tally.handed += batch.count;
      return more !== false;
    } catch (error) {
      tally.dropped += batch.count;
      errors.report(error);
      return true;
    }
  }

  async #confirm(): Promise<void> {
    const { tally, errors } = this.#parts;
    const upTo = tally.handed;
    try {
      await this.#sink.flush();
      tally.confirm(upTo);
    } catch (error) {
      tally.giveUp(upTo);
      errors.report(error);
    }
  }

  #unschedule(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#immediate);
    this.#timer = undefined;
    this.#immediate = undefined;
  }
}
