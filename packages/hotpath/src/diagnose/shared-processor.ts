import type { Rule } from './diagnose.js';
import { percent } from './words.js';

/** Times that are nearer to each other do not matter. */
const smallest = 0.1;

/** Where threads run is the system's choice, and may matter more than all that the path does. */
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
      'Where threads run is the choice of the system, made anew all the time: a mean of both is a speed that a user does not meet.',
  };
};
