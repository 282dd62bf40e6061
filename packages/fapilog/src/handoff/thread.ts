import type { Target } from '../sink.js';
import { WorkerChannel } from '../worker-channel.js';
import type { HandoffParts } from './handoff.js';
import { type BatchSettings, LoopHandoff } from './loop.js';

/**
 * Batches like the loop, but a worker thread writes them. A later turn of the logger's thread only serializes a batch
 * and copies it into shared memory. Throws the system's error if the target cannot be opened.
 */
export function openThreadHandoff(parts: HandoffParts, target: Target, settings: BatchSettings): LoopHandoff {
  const onFailure = (error: Error) => parts.errors.report(error);
  const channel = new WorkerChannel({ target, sync: false, onFailure });
  return new LoopHandoff(parts, channel, settings);
}
