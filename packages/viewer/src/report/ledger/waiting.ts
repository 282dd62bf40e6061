import type { Estimate } from '../../../../hotpath/src/model/report/estimate.js';
import type { Ledger } from '../../../../hotpath/src/model/report/ledger.js';

/** Share of the total above which waiting gets its own line. */
const leastShare = 0.02;

/** Whether to show the waiting of the whole: its share is large enough and its interval excludes zero. */
export function isWaitShown({ total, waiting }: Pick<Ledger, 'total' | 'waiting'>): boolean {
  return waiting.mean > leastShare * total.mean && !isMaybeNothing(waiting);
}

/** The waiting of a row; null if its interval includes zero. */
export function waitOfRow(waiting: Estimate | null): Estimate | null {
  return waiting && !isMaybeNothing(waiting) ? waiting : null;
}

/** A single replicate has no interval; its value is shown as it is. */
function isMaybeNothing({ low }: Estimate): boolean {
  return Number.isFinite(low) && low <= 0;
}
