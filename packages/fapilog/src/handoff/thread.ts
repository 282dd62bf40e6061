import type { Target } from '../sink.js';
import { WorkerChannel } from '../worker-channel.js';
import type { HandoffParts } from './handoff.js';
import { type BatchSettings, LoopHandoff } from './loop.js';

/**
 * Batches as the loop does, and a worker thread writes them: a later turn of the logger's thread only serializes
 * a batch and copies it into shared memory. Throws the system's error when the target cannot be opened.
 */
export function openThreadHandoff(parts: HandoffParts, target: Target, settings: BatchSettings): LoopHandoff {
  const onFailure = (error: Error) => parts.errors.report(error);
  const channel = new WorkerChannel({ target, sync: false, onFailure });
  return new LoopHandoff(parts, channel, settings);
}
