import { percent } from '../../model/text/percent.js';
import type { Rule } from '../diagnose.js';

/** Below this share of calm batches a reader should know how little the ledger rests on. */
const limit = 0.25;

/** The yardstick beside every batch tells how often something else used the physical processor. */
export const contendedProcessor: Rule = (_, { processor, interference, total }) => {
  const { calmShare, replicatesUsed, replicatesSetAside } = processor;
  if (calmShare >= limit && replicatesSetAside === 0) return null;
  const aside =
    replicatesSetAside === 0
      ? ''
      : `; ${replicatesSetAside} replicates found it busy throughout and are set aside`;
  return {
    id: 'contended-processor',
    severity: calmShare < limit / 5 ? 'warning' : 'note',
    message: `the processor was calm in ${percent(calmShare)} of the batches, from which the ledger is made${aside}`,
    evidence: {
      calmShare,
      replicatesUsed,
      replicatesSetAside,
      interferenceNs: interference.mean,
      totalNs: total.mean,
    },
    advice:
      'A neighbour shares the physical core or the clock rate changed; compare only numbers of one run.',
  };
};
