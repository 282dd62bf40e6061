/** A target that can still write while the process exits. */
export interface ExitFlush {
  /** Never throws. */
  flushSync(): void;
}

const open = new Set<ExitFlush>();

/** Calls `flushSync` at the exit of the process, including after an uncaught error, until `forgetExitFlush`. */
export function flushOnExit(target: ExitFlush): void {
  // One listener for all loggers, because Node warns about a leak at the eleventh.
  if (open.size === 0) process.on('exit', flushAll);
  open.add(target);
}

export function forgetExitFlush(target: ExitFlush): void {
  open.delete(target);
  if (open.size === 0) process.off('exit', flushAll);
}

function flushAll(): void {
  for (const target of open) target.flushSync();
}
