import { setTimeout as pause } from 'node:timers/promises';

/** Waits; gives whether the signal came first. */
export async function cutShort(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await pause(ms, undefined, { signal });
  } catch {
    return true;
  }
  return signal.aborted;
}
