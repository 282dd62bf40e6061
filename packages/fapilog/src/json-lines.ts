import type { Envelope } from './build-envelope.js';
import type { Fields } from './context.js';
import { describe } from './describe.js';
import type { RingQueue } from './queue.js';

export interface Batch {
  /** Whole lines, each ending in a line feed. */
  readonly text: string;
  readonly count: number;
}

/** Removes up to `limit` envelopes from the queue and serializes them. */
export function takeBatch(queue: RingQueue<Envelope>, limit: number): Batch {
  let text = '';
  let count = 0;
  while (count < limit) {
    const envelope = queue.shift();
    if (envelope === undefined) break;
    text += toLine(envelope);
    count += 1;
  }
  return { text, count };
}

/** One JSON line. Never throws: values that JSON cannot represent are replaced, with the reason in `serialization_error`. */
export function toLine(envelope: Envelope): string {
  try {
    return `${JSON.stringify(envelope)}\n`;
  } catch (error) {
    return fallbackLine(envelope, describe(error));
  }
}

function fallbackLine(envelope: Envelope, reason: string): string {
  const line = {
    timestamp: envelope.timestamp,
    level: envelope.level,
    message: describe(envelope.message),
    logger: envelope.logger,
    context: serializable({ ...envelope.context }),
    diagnostics: { ...serializable({ ...envelope.diagnostics }), serialization_error: reason },
    data: serializable(envelope.data),
  };
  return `${JSON.stringify(line)}\n`;
}

function serializable(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, orReason(value)]));
}

function orReason(value: unknown): unknown {
  try {
    // A parsed value is plain data, so serializing the whole line cannot fail on it again.
    const text = JSON.stringify(value);
    return text === undefined ? undefined : JSON.parse(text);
  } catch (error) {
    return `[unserializable: ${describe(error)}]`;
  }
}
