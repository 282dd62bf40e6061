import type { Batch } from './measurement.js';

/** A batch or stretch that lost more than this share of its time to other threads counts as pre-empted. */
export const preemptedShare = 0.02;

/** The share of its time that a batch lost to other threads. */
export function lostShare({ preemptedNs, wholeNs }: Pick<Batch, 'preemptedNs' | 'wholeNs'>): number {
  return (preemptedNs ?? 0) / wholeNs;
}

export function isPreempted(batch: Pick<Batch, 'preemptedNs' | 'wholeNs'>): boolean {
  return lostShare(batch) > preemptedShare;
}
