import type { Estimate, Ledger, Part, Unexplained } from '../model/ledger.js';
import { meanInterval } from '../stats/student-t.js';
import type { Reconciled } from './reconcile.js';
import type { Replicate } from './replicates.js';

/**
 * The clean whole without the rows at the top, taken apart. `mean` is the remainder to the last bit, so that the ledger
 * adds up.
 */
export function takeRemainderApart(
  replicates: readonly Replicate[],
  top: readonly Reconciled[],
  mean: number,
  total: number,
): Unexplained {
  const rows = (replicate: Replicate): number => top.reduce((sum, row) => sum + row.inclusive(replicate), 0);
  const systematic = Math.hypot(...top.map((row) => row.systematic));
  const over = (number: (replicate: Replicate) => number, doubt: number): Estimate =>
    meanInterval(replicates.map(number), doubt);
  return {
    ...over((replicate) => replicate.clean - rows(replicate), systematic),
    mean,
    share: mean / total,
    parts: [
      { name: 'measuring loop', ...over((replicate) => replicate.driver, 0) },
      { name: 'code in no row', ...over((replicate) => replicate.run - rows(replicate), systematic) },
      {
        name: 'overlap with the loop',
        ...over((replicate) => replicate.clean - replicate.run - replicate.driver, 0),
      },
    ],
  };
}

/** What the machine added, by cause. */
export function disturbances(replicates: readonly Replicate[]): Part[] {
  const over = (number: (replicate: Replicate) => number): Estimate => meanInterval(replicates.map(number));
  return [
    { name: 'pre-emption', ...over((replicate) => replicate.preempted) },
    {
      name: 'contention',
      ...over((replicate) => replicate.interference - replicate.preempted),
    },
  ];
}

/** Time off the processor. */
export function waitingTime(replicates: readonly Replicate[]): Ledger['waiting'] {
  return meanInterval(replicates.map((replicate) => (1 - replicate.occupied) * replicate.clean));
}
