import { isMainThread } from 'node:worker_threads';

const actions: (() => void)[] = [];

/** Does something once when this thread ends, also by a signal that would end the process without its `exit` event; the last first. */
export function atEnd(action: () => void): void {
  if (actions.unshift(action) > 1) return;
  // Before all others: what profilers do at the end is theirs.
  process.prependOnceListener('exit', endNow);
  if (isMainThread) for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) performAt(signal);
}

/** Does what is left to be done at the end. */
export function endNow(): void {
  for (const action of actions.splice(0)) action();
}

/** The signal ends the process all the same. */
function performAt(signal: NodeJS.Signals): void {
  const stop = (): void => {
    if (process.listenerCount(signal) > 0) {
      // The program handles the signal itself, and may go on.
      process.once(signal, stop);
      return;
    }
    endNow();
    process.kill(process.pid, signal);
  };
  process.once(signal, stop);
}
