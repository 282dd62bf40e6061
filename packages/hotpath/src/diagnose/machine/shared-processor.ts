import { percent } from '../../model/text/percent.js';
import type { Rule } from '../diagnose.js';

/** Times that are nearer to each other do not matter. */
const smallest = 0.1;

const keptApart =
  'Threads that it had when measuring began were kept off its processor: look for other programs, and for threads that the path starts as it goes.';

const together =
  'Copies of the path take turns here, each with its threads, and the system puts those together; alone they may run apart. hotpath keeps them apart where there are two processors and taskset (util-linux).';

/** Where threads run may matter more than all that the path does; they are kept apart where that is possible. */
export const sharedProcessor: Rule = ({ forks }, { sharing }) => {
  if (!sharing) return null;
  const { own, shared, sharedShare } = sharing;
  if (Math.abs(shared / own - 1) < smallest) return null;
  const us = (ns: number): string => `${(ns / 1000).toFixed(1)} µs`;
  const quicker = shared < own;
  return {
    id: 'shared-processor',
    severity: 'note',
    message: `in ${percent(sharedShare)} of the batches the path's thread had to wait for its processor${quicker ? ', which the thread that it waits for shares,' : ''} and an operation took ${us(shared)} instead of ${us(own)}; the ledger is of the other batches`,
    evidence: { ownNs: own, sharedNs: shared, sharedShare },
    advice: forks.every(({ ownProcessor }) => ownProcessor) ? keptApart : together,
  };
};
