import { isMainThread } from 'node:worker_threads';

const actions: (() => void)[] = [];

/**
 * Runs an action once at the end of this thread, including an end by a signal without an `exit` event. Later actions run
 * first.
 */
export function atEnd(action: () => void): void {
  if (actions.unshift(action) > 1) return;
  // Ahead of the program's own listeners, so that their time is not profiled.
  process.prependOnceListener('exit', endNow);
  if (isMainThread) for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) performAt(signal);
}

/** Runs the actions that have not run yet. */
export function endNow(): void {
  for (const action of actions.splice(0)) action();
}

/** Runs the actions at a signal, which then ends the process as usual. */
function performAt(signal: NodeJS.Signals): void {
  const stop = (): void => {
    if (process.listenerCount(signal) > 0) {
      // The program handles the signal itself and may continue.
      process.once(signal, stop);
      return;
    }
    endNow();
    process.kill(process.pid, signal);
  };
  process.once(signal, stop);
}
