import type { CallTree } from '../path/call-tree.js';
import type { Estimate, Ledger } from './ledger.js';

/** A path on the processor for less than this share of its time waits for something. */
export const busyShare = 0.8;

/** The same while processors are kept awake, so that its waits are short. */
export const busyShareAwake = 0.95;

/** Shorter waits than this, ns an operation, are errors of reading the thread's time. */
const shortestWait = 5000;

/** Whether a path spends a good part of its time off the processor, as its trace tells. */
export function waits({ occupied, nsPerOperation }: Pick<CallTree, 'occupied' | 'nsPerOperation'>): boolean {
  return occupied !== null && occupied < busyShare && (1 - occupied) * nsPerOperation > shortestWait;
}

/** Waiting of a smaller share of the whole is not worth a line. */
const worthALine = 0.02;

/** Whether a ledger is shown with what the whole waited: not where its interval says that it may be nothing. */
export function isWaitShown({ total, waiting }: Pick<Ledger, 'total' | 'waiting'>): boolean {
  return waiting.mean > worthALine * total.mean && !isMaybeNothing(waiting);
}

/**
 * What a row waited, where that is more than nothing; else null. Few replicates are asked, and one of them in which another
 * machine took the processor away makes any row seem to wait.
 */
export function waitOfRow(waiting: Estimate | null | undefined): Estimate | null {
  return waiting && !isMaybeNothing(waiting) ? waiting : null;
}

/** One replicate alone has no interval, and says what it found. */
function isMaybeNothing({ low }: Estimate): boolean {
  return Number.isFinite(low) && low <= 0;
}
