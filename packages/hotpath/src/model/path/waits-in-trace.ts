import type { CallTree } from './call-tree.js';

/** A path waits if its thread is on a processor for less than this share of its time. */
export const busyShare = 0.8;

/** The same limit while processors are kept awake, which makes waits shorter. */
export const busyShareAwake = 0.95;

/** Shorter waits, ns per operation, are errors of reading the thread's time. */
const shortestWait = 5000;

/**
 * Whether the path waits, as its trace shows: by the thread's processor time while it was traced. The plan follows this answer
 * (fewer copies, no repeated rows, waits of rows measured). It may differ from what the batches show later, which estimates follow
 * (`waitsInBatches`).
 */
export function waitsInTrace({
  occupied,
  nsPerOperation,
}: Pick<CallTree, 'occupied' | 'nsPerOperation'>): boolean {
  return occupied !== null && occupied < busyShare && (1 - occupied) * nsPerOperation > shortestWait;
}
