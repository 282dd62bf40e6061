import type { Estimate } from './estimate.js';
import type { Ledger } from './ledger.js';

/** A smaller share of the total spent waiting is not shown. */
const shownShare = 0.02;

/** Whether a ledger is shown with the time that the whole waited. An interval that contains 0 is not shown. */
export function isWaitShown({ total, waiting }: Pick<Ledger, 'total' | 'waiting'>): boolean {
  return waiting.mean > shownShare * total.mean && !mayBeNothing(waiting);
}

/**
 * What a row waited, where its interval excludes 0; otherwise null. Few replicates measure waits, and a single one in which the
 * hypervisor took the processor away makes any row seem to wait.
 */
export function waitOfRow(waiting: Estimate | null | undefined): Estimate | null {
  return waiting && !mayBeNothing(waiting) ? waiting : null;
}

/** A single replicate has no interval, and its value is shown. */
function mayBeNothing({ low }: Estimate): boolean {
  return Number.isFinite(low) && low <= 0;
}
