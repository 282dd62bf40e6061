import { percent } from '../../model/text/percent.js';
import type { Rule } from '../rule.js';

/** The largest excess of the rows over the total, as a share of it, that needs no remark. */
const limit = 0.03;

/** Rows that sum to more than the whole overlap inside the processor, or are dilated by their probes. */
export const negativeRemainder: Rule = (_, ledger) => {
  const { share } = ledger.unexplained;
  if (share >= -limit) return null;
  return {
    id: 'negative-remainder',
    severity: 'note',
    message: `the rows sum to ${percent(-share)} more than the whole`,
    evidence: { share, unexplainedNs: ledger.unexplained.mean },
    advice:
      'Rows that do not depend on each other overlap inside the processor, and a clock read between them prevents that. Read each row as its cost alone, not as what its removal would save.',
  };
};
