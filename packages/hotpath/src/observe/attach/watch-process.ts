import type { UserError } from '../../errors.js';
import { type Attachment, attach } from './attachment.js';
import { gone } from './conversation.js';
import { cutShort } from './cut-short.js';
import { departure } from './departure.js';
import { sampleThreads, type ThreadSamples } from './sample-threads.js';

/** How a running process is watched. */
export interface Watch {
  readonly pid: number;
  readonly intervalUs: number;
  /** How often `take` is called. */
  readonly everyMs: number;
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** Called once, when sampling has started. */
  readonly started: (process: Pick<Attachment, 'pid' | 'command' | 'version'>) => void;
  /** Receives the samples since the last call, and one error per thread that returned none. */
  readonly take: (samples: readonly ThreadSamples[], silent: readonly UserError[]) => void;
}

/**
 * Samples a running process interval by interval, and returns whether it ended by itself. Throws a UserError if attaching
 * fails, or if another program closes the inspector.
 */
export async function watchProcess({
  pid,
  intervalUs,
  everyMs,
  signal,
  started,
  take,
}: Watch): Promise<boolean> {
  const attachment = await attach(pid);
  try {
    const sampling = await sampleThreads(attachment, intervalUs);
    started(attachment);
    const stop = AbortSignal.any([signal, sampling.ending, attachment.closed]);
    while (!(await cutShort(everyMs, stop))) {
      const samples = await sampling.turn();
      if (!stop.aborted) take(samples, sampling.silent());
    }
    const left = await departure(attachment, sampling);
    if (left === 'closed') throw gone(attachment.main.who);
    if (left === 'ended') take(await sampling.end(), []);
    return left === 'ended';
  } finally {
    await attachment.detach();
  }
}
