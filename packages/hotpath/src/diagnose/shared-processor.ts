import type { Rule } from './diagnose.js';
import { percent } from './words.js';

/** Times that are nearer to each other do not matter. */
const smallest = 0.1;

/** Where threads run may matter more than all that the path does; they are kept apart where that is possible. */
export const sharedProcessor: Rule = (_, { sharing }) => {
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
    advice:
      'Copies of the path take turns here, each with its threads, and the system puts those together; alone they may run apart. hotpath keeps them apart where there are two processors and taskset (util-linux).',
  };
};
