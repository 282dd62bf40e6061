import type { WarmUp } from '../../job.js';
import { now } from '../processor/disturbances.js';

/**
 * Decides whether an alternating warm-up of some variants is over. It is over when both hold, or its longest time has passed:
 * - each variant has had its shortest time;
 * - each variant has run the wanted operations.
 *
 * Its time begins with the first call. A caller may run a first turn before: what that starts, such as a thread, is no warm-up.
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
