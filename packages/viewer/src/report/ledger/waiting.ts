import type { Estimate, Ledger } from '../../../../hotpath/src/model/report/ledger.js';

/** Waiting of a smaller share of the whole is not worth a line. */
const worthALine = 0.02;

/** Whether a ledger is shown with what the whole waited: not where its interval says that it may be nothing. */
export function isWaitShown({ total, waiting }: Pick<Ledger, 'total' | 'waiting'>): boolean {
  return waiting.mean > worthALine * total.mean && !isMaybeNothing(waiting);
}

/** What a row waited, where that is more than nothing; else null. */
export function waitOfRow(waiting: Estimate | null): Estimate | null {
  return waiting && !isMaybeNothing(waiting) ? waiting : null;
}

/** One replicate alone has no interval, and says what it found. */
function isMaybeNothing({ low }: Estimate): boolean {
  return Number.isFinite(low) && low <= 0;
}
