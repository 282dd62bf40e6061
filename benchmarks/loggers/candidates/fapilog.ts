import type { HandoffMode, Sink, Target } from 'fapilog';
import { type Candidate, type Destination, message, payload } from './logger.js';
import { type SlowDevice, writeWaiting } from './slow-device.js';

const abouts: Readonly<Record<HandoffMode, string>> = {
  loop: 'fapilog with defaults: batches on the event loop',
  thread: 'fapilog: batches to a worker thread',
  'thread-acknowledged': 'fapilog: each call waits until the worker has written',
};

function inMode(mode: HandoffMode, name: string): Candidate {
  return {
    name,
    about: abouts[mode],
    json: true,
    // A worker thread opens its destination by name.
    slow: mode === 'loop',
    async open(destination) {
      const { createLogger } = await import('fapilog');
      const room = destination.kind === 'file' ? destination.room : null;
      const logger = createLogger({
        mode,
        sink: target(destination),
        ...(room === null ? {} : { queueCapacity: room }),
      });
      return {
        log: () => logger.info(message, payload),
        async flush() {
          const { submitted, processed, dropped, queueHighWaterMark } = await logger.drain();
          return { submitted, processed, dropped, highWaterMark: queueHighWaterMark };
        },
        async close() {
          await logger.close();
        },
      };
    },
  };
}

function target(destination: Destination): Target | Sink {
  if (destination.kind === 'slow') return slowSink(destination.device);
  return { type: 'file', path: destination.path };
}

/** Takes one batch at a time and makes the logger wait for it, as fapilog's file sink does. */
function slowSink(device: SlowDevice): Sink {
  let last = Promise.resolve();
  return {
    write(lines) {
      last = last.then(() => writeWaiting(device, lines));
      return false;
    },
    flush: () => last,
    close: () => last,
  };
}

export const fapilogCandidates: readonly Candidate[] = [
  inMode('loop', 'fapilog-loop'),
  inMode('thread', 'fapilog-thread'),
  inMode('thread-acknowledged', 'fapilog-acknowledged'),
];
