import type { Envelope } from '../build-envelope.js';
import type { RingQueue } from '../queue.js';
import type { SinkErrors } from '../sink-errors.js';
import type { Tally } from '../tally.js';

/** Who writes a line, and what the call waits for: see the table of modes in the README. */
export type HandoffMode = 'loop' | 'thread' | 'thread-acknowledged';

/** Moves queued envelopes to the sink. The modes differ in when they do so, and in what the call waits for. */
export interface Handoff {
  /** Called on the hot path after a line is queued. Never throws. */
  notify(): void;
  /** Resolves when the queue is empty and all handed lines are processed or dropped. Never rejects. */
  drain(): Promise<void>;
  /** Releases the sink; called once, after the last drain. Never rejects. */
  close(): Promise<void>;
  /** Writes what is queued while the process exits. Never throws. */
  flushSync(): void;
}

/** The shared parts of all handoffs. */
export interface HandoffParts {
  readonly queue: RingQueue<Envelope>;
  readonly tally: Tally;
  readonly errors: SinkErrors;
}
