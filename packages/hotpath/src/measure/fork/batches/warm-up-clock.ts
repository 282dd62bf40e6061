import type { WarmUp } from '../../job.js';
import { now } from '../processor/disturbances.js';

/**
 * Tells whether a warm-up of some variants, by turns, is over: when its time is, and each did so many operations. Its time
 * begins with the first question: what starts with the first turn, such as a thread, does not warm up code.
 */
export function createWarmUpClock(
  { warmUpMs, warmUpMostMs, warmUpGoal }: WarmUp,
  variants: number,
): (operations: number, wanted?: number) => boolean {
  let start = Number.NaN;
  return (operations, wanted = warmUpGoal.operations) => {
    if (Number.isNaN(start)) start = now();
    const spentMs = (now() - start) / variants;
    if (spentMs < warmUpMs) return false;
    return operations >= wanted || spentMs >= warmUpMostMs;
  };
}
