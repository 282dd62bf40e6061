import { setTimeout as pause } from 'node:timers/promises';

/** Waits, and returns whether the signal was aborted first. */
export async function cutShort(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await pause(ms, undefined, { signal });
  } catch {
    return true;
  }
  return signal.aborted;
}
