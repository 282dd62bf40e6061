import type { Envelope } from './build-envelope.js';
import { ErrorDedupe } from './error-dedupe.js';
import { flushOnExit, forgetExitFlush } from './exit-flush.js';
import type { Handoff, HandoffParts } from './handoff/handoff.js';
import { LoopHandoff } from './handoff/loop.js';
import { openThreadHandoff } from './handoff/thread.js';
import { openAcknowledgedHandoff } from './handoff/thread-acknowledged.js';
import { Logger } from './logger.js';
import { RingQueue } from './queue.js';
import { type LoggerSettings, parseSettings, type ResolvedSettings } from './settings.js';
import { isSink } from './settings-checks.js';
import { SinkErrors } from './sink-errors.js';
import { StreamSink } from './stream-sink.js';
import { Tally } from './tally.js';

/**
 * Creates a logger and opens its sink. Throws a TypeError for an invalid setting, and the system's error if the file
 * cannot be opened for appending.
 */
export function createLogger(input?: LoggerSettings): Logger {
  const settings = parseSettings(input);
  const queue = new RingQueue<Envelope>(settings.queueCapacity, settings.dropPolicy);
  const tally = new Tally();
  const errors = new SinkErrors(tally, settings.onError);
  const handoff = openHandoff(settings, { queue, tally, errors });
  flushOnExit(handoff);
  return new Logger({
    threshold: settings.level,
    context: settings.context,
    payload: {
      logger: settings.name,
      context: settings.context,
      sampling: { rate: settings.samplingRate, random: settings.random },
      dedupe: new ErrorDedupe(settings.errorDedupeWindowMs, settings.monotonicClock),
    },
    envelope: { clock: settings.clock, exceptions: settings.exceptions },
    queue,
    tally,
    handoff,
    onClosed: () => forgetExitFlush(handoff),
  });
}

function openHandoff(settings: ResolvedSettings, parts: HandoffParts): Handoff {
  const { mode, sink } = settings;
  if (isSink(sink)) return new LoopHandoff(parts, sink, settings);
  switch (mode) {
    case 'loop': {
      const onError = (error: Error) => {
        parts.tally.giveUp(parts.tally.handed);
        parts.errors.report(error);
      };
      return new LoopHandoff(parts, new StreamSink(sink, onError), settings);
    }
    case 'thread':
      return openThreadHandoff(parts, sink, settings);
    case 'thread-acknowledged':
      return openAcknowledgedHandoff(parts, sink, settings.acknowledgeTimeoutMs);
  }
}
