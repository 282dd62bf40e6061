import { percent } from '../../model/text/percent.js';
import type { Rule } from '../rule.js';

/** A smaller difference between own and shared processor, as a share of the time, does not matter. */
const smallest = 0.1;

const keptApart =
  'The threads that existed when measuring began were kept off its processor. Look for other programs, and for threads that the path starts later.';

const together =
  'Copies of the path alternate here, each with its threads, and the system puts those on one processor; a copy alone may run differently. hotpath keeps threads apart where there are two processors and taskset (util-linux).';

/** Where threads run may matter more than anything the path does. hotpath keeps them apart where it can. */
export const sharedProcessor: Rule = ({ forks }, { sharing }) => {
  if (!sharing) return null;
  const { own, shared, sharedShare } = sharing;
  if (Math.abs(shared / own - 1) < smallest) return null;
  const us = (ns: number): string => `${(ns / 1000).toFixed(1)} µs`;
  // Sharing with another program only slows the path down; sharing with the thread that it waits for saves a wake-up.
  const withWhom = shared < own ? 'the thread that it waits for' : 'other threads';
  return {
    id: 'shared-processor',
    severity: 'note',
    message: `in ${percent(sharedShare)} of the batches the path shared a processor with ${withWhom} (${us(shared)} instead of ${us(own)} per operation); these batches are left out of the ledger`,
    evidence: { ownNs: own, sharedNs: shared, sharedShare },
    advice: forks.every(({ ownProcessor }) => ownProcessor) ? keptApart : together,
  };
};
