import type { Envelope } from '../build-envelope.js';
import type { RingQueue } from '../queue.js';
import type { SinkErrors } from '../sink-errors.js';
import type { Tally } from '../tally.js';

/** Who writes a line, and what the call waits for: see the table of modes in the README. */
export type HandoffMode = 'loop' | 'thread' | 'thread-acknowledged';

/** Moves queued envelopes to the sink; the modes differ in when they do, and in what the call waits for. */
export interface Handoff {
  /** A line was queued; on the hot path. Never throws. */
  notify(): void;
  /** Resolves when nothing is queued and every line handed over is processed or dropped. Never rejects. */
  drain(): Promise<void>;
  /** Releases the sink; called once, after the last drain. Never rejects. */
  close(): Promise<void>;
  /** Writes what is queued while the process exits. Never throws. */
  flushSync(): void;
}

/** What every handoff works on. */
export interface HandoffParts {
  readonly queue: RingQueue<Envelope>;
  readonly tally: Tally;
  readonly errors: SinkErrors;
}
