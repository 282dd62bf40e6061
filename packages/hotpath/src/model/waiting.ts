import type { CallTree } from './call-tree.js';

/** A path on the processor for less than this share of its time waits for something. */
export const busyShare = 0.8;

/** Shorter waits than this, ns an operation, are errors of reading the thread's time. */
const shortestWait = 5000;

/** Whether a path spends a good part of its time off the processor, as its trace tells. */
export function waits({ occupied, nsPerOperation }: Pick<CallTree, 'occupied' | 'nsPerOperation'>): boolean {
  return occupied !== null && occupied < busyShare && (1 - occupied) * nsPerOperation > shortestWait;
}
