import { takeBatch } from '../json-lines.js';
import type { Target } from '../sink.js';
import { WorkerChannel } from '../worker-channel.js';
import type { Handoff, HandoffParts } from './handoff.js';

/** Throws the system's error if the target cannot be opened. */
export function openAcknowledgedHandoff(
  parts: HandoffParts,
  target: Target,
  timeoutMs: number,
): AcknowledgedHandoff {
  const onFailure = (error: Error) => parts.errors.report(error);
  return new AcknowledgedHandoff(parts, new WorkerChannel({ target, sync: true, onFailure }), timeoutMs);
}

/** The call blocks until the worker thread has written its line, for a round trip between two threads. */
export class AcknowledgedHandoff implements Handoff {
  readonly #parts: HandoffParts;
  readonly #channel: WorkerChannel;
  readonly #timeoutMs: number;

  constructor(parts: HandoffParts, channel: WorkerChannel, timeoutMs: number) {
    this.#parts = parts;
    this.#channel = channel;
    this.#timeoutMs = timeoutMs;
  }

  notify(): void {
    const { queue, tally } = this.#parts;
    const batch = takeBatch(queue, Number.POSITIVE_INFINITY);
    if (batch.count === 0) return;
    try {
      this.#channel.write(batch.text);
    } catch {
      // The channel has failed before, and reported it then.
      tally.dropped += batch.count;
      return;
    }
    tally.handed += batch.count;
    try {
      this.#channel.waitAccepted(tally.handed, this.#timeoutMs);
      tally.confirm(tally.handed);
    } catch {
      tally.giveUp(tally.handed);
    }
  }

  drain(): Promise<void> {
    this.notify();
    return Promise.resolve();
  }

  async close(): Promise<void> {
    try {
      await this.#channel.close();
    } catch (error) {
      this.#parts.errors.report(error);
    }
  }

  flushSync(): void {
    this.notify();
  }
}
