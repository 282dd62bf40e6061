import { buildEnvelope, type Envelope, type EnvelopeSources } from './build-envelope.js';
import type { BoundContext, Fields } from './context.js';
import { errorAndExtra } from './error-argument.js';
import type { Handoff } from './handoff/handoff.js';
import { CRITICAL, DEBUG, ERROR, INFO, type Level, WARNING } from './levels.js';
import { type PayloadSources, preparePayload } from './prepare-payload.js';
import type { RingQueue } from './queue.js';
import type { Tally } from './tally.js';

/** The account of a drain: `submitted === processed + dropped`. */
export interface DrainResult {
  /** Lines accepted since the logger was created, without suppressed ones. */
  readonly submitted: number;
  /** Lines that the sink has confirmed. */
  readonly processed: number;
  /** Lost lines: the queue was full, the logger was closed, or the sink never confirmed them. */
  readonly dropped: number;
  /** The largest number of queued lines so far. */
  readonly queueHighWaterMark: number;
  /** Duration of this drain. */
  readonly flushSeconds: number;
}

/** The current counters, including those that a drain does not report. */
export interface LoggerStats {
  readonly submitted: number;
  readonly processed: number;
  readonly dropped: number;
  /** Lines suppressed by level, sampling or error dedupe. */
  readonly suppressed: number;
  readonly sinkErrors: number;
  /** Lines that are in the queue. */
  readonly queued: number;
  readonly queueHighWaterMark: number;
}

/** The parts that `createLogger` assembles. */
export interface LoggerParts {
  readonly threshold: Level;
  readonly context: BoundContext;
  readonly payload: PayloadSources;
  readonly envelope: EnvelopeSources;
  readonly queue: RingQueue<Envelope>;
  readonly tally: Tally;
  readonly handoff: Handoff;
  /** Called once, after the logger is closed. */
  readonly onClosed: () => void;
}

/** A structured asynchronous logger, created by `createLogger`. No logging method throws. */
export class Logger {
  readonly #parts: LoggerParts;
  readonly #threshold: number;
  #closed = false;
  /** Drains run one after another, so that each has its own duration and counters. */
  #lastDrain: Promise<unknown> = Promise.resolve();
  #closing: Promise<DrainResult> | undefined;

  constructor(parts: LoggerParts) {
    this.#parts = parts;
    this.#threshold = parts.threshold.severity;
  }

  debug(message: string, extra?: Fields): void {
    this.enqueue(DEBUG, message, extra, undefined);
  }

  info(message: string, extra?: Fields): void {
    this.enqueue(INFO, message, extra, undefined);
  }

  /** An Error, as second argument or in `extra.error` or `extra.err`, goes to `diagnostics.exception`. */
  warning(message: string, errorOrExtra?: Error | Fields, extra?: Fields): void {
    const given = errorAndExtra(errorOrExtra, extra);
    this.enqueue(WARNING, message, given.extra, given.error);
  }

  /** Accepts an Error as `warning` does. */
  error(message: string, errorOrExtra?: Error | Fields, extra?: Fields): void {
    const given = errorAndExtra(errorOrExtra, extra);
    this.enqueue(ERROR, message, given.extra, given.error);
  }

  /** Accepts an Error as `warning` does. */
  critical(message: string, errorOrExtra?: Error | Fields, extra?: Fields): void {
    const given = errorAndExtra(errorOrExtra, extra);
    this.enqueue(CRITICAL, message, given.extra, given.error);
  }

  /** Logs a caught value at level ERROR; it need not be an Error. */
  exception(message: string, thrown?: unknown, extra?: Fields): void {
    this.enqueue(ERROR, message, extra, thrown);
  }

  /** Adds values to all further lines of the current asynchronous context. */
  bind(values: Fields): void {
    this.#parts.context.bind(values);
  }

  unbind(...keys: readonly string[]): void {
    this.#parts.context.unbind(...keys);
  }

  clearContext(): void {
    this.#parts.context.clear();
  }

  /** Runs `work` with added values, which are removed when it ends. Returns the result of `work`. */
  withContext<T>(values: Fields, work: () => T): T {
    return this.#parts.context.run(values, work);
  }

  /** Runs `work` with one correlation id for all its lines. Returns the result of `work`. */
  withCorrelationId<T>(correlationId: string, work: () => T): T {
    return this.#parts.context.runCorrelated(correlationId, work);
  }

  /**
   * Resolves when every line is processed or dropped. The logger stays usable. Lines logged in the meantime are waited
   * for as well, so a producer that never pauses delays it forever. Never rejects: `dropped` counts lost lines.
   */
  drain(): Promise<DrainResult> {
    const drained = this.#lastDrain.then(() => this.#drainNow());
    this.#lastDrain = drained;
    return drained;
  }

  /** Drains, then releases the sink and ends the worker. Later calls return the result of the first one. */
  close(): Promise<DrainResult> {
    this.#closing ??= this.#closeNow();
    return this.#closing;
  }

  stats(): LoggerStats {
    const { tally, queue } = this.#parts;
    const { submitted, processed, dropped, suppressed, sinkErrors } = tally;
    const { size: queued, highWaterMark: queueHighWaterMark } = queue;
    return { submitted, processed, dropped, suppressed, sinkErrors, queued, queueHighWaterMark };
  }

  /** The hot path, from the call to the queue and the scheduling of a drain. */
  private enqueue(level: Level, message: string, extra: Fields | undefined, error: unknown): void {
    // #region enqueue entry and level gate
    const { tally, queue, handoff, payload: payloadSources, envelope: envelopeSources } = this.#parts;
    if (level.severity < this.#threshold) {
      tally.suppressed += 1;
      return;
    }
    if (this.#closed) {
      tally.submitted += 1;
      tally.dropped += 1;
      return;
    }
    // #endregion

    // #region preparePayload
    const payload = preparePayload(payloadSources, level, message, extra, error);
    if (payload === undefined) {
      tally.suppressed += 1;
      return;
    }
    // #endregion

    // #region buildEnvelope
    const envelope = buildEnvelope(envelopeSources, payload);
    // #endregion

    // #region queue enqueue
    tally.submitted += 1;
    if (!queue.push(envelope)) tally.dropped += 1;
    // #endregion

    // #region thread coordination
    handoff.notify();
    // #endregion
  }

  async #drainNow(): Promise<DrainResult> {
    const start = performance.now();
    await this.#parts.handoff.drain();
    const { submitted, processed, dropped, queueHighWaterMark } = this.stats();
    const flushSeconds = (performance.now() - start) / 1000;
    return { submitted, processed, dropped, queueHighWaterMark, flushSeconds };
  }

  async #closeNow(): Promise<DrainResult> {
    this.#closed = true;
    const result = await this.drain();
    await this.#parts.handoff.close();
    this.#parts.onClosed();
    return result;
  }
}
