import { percent } from '../../model/text/percent.js';
import type { Rule } from '../rule.js';

/** Below this share of calm batches, the reader should know how little the ledger is based on. */
const seldomCalm = 0.25;

/** Below this share, that is a warning. */
const hardlyCalm = seldomCalm / 5;

/** The yardstick next to every batch shows how often something else used the physical core. */
export const contendedProcessor: Rule = (_, { processor, interference, total }) => {
  const { calmShare, replicatesUsed, replicatesSetAside } = processor;
  if (calmShare >= seldomCalm && replicatesSetAside === 0) return null;
  const aside =
    replicatesSetAside === 0
      ? ''
      : `; it leaves out ${replicatesSetAside} of ${replicatesUsed + replicatesSetAside} replicates, during which the machine was busy or slow`;
  return {
    id: 'contended-processor',
    severity: calmShare < hardlyCalm ? 'warning' : 'note',
    message: `the ledger is made from the ${percent(calmShare)} of the batches in which the processor was calm${aside}`,
    evidence: {
      calmShare,
      replicatesUsed,
      replicatesSetAside,
      interferenceNs: interference.mean,
      totalNs: total.mean,
    },
    advice:
      'A neighbour shares the physical core, or the clock rate changed. Compare only numbers of the same run.',
  };
};
