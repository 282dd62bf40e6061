import { percent } from '../../model/text/percent.js';
import type { Rule } from '../diagnose.js';

/** The story's demand: under a tenth may stay unexplained. */
const limit = 0.1;

export const unexplained: Rule = ({ plan }, ledger) => {
  const { share } = ledger.unexplained;
  if (share <= limit || plan.rows.length === 0) return null;
  return {
    id: 'unexplained',
    severity: 'warning',
    message: `${percent(share)} of the path is in no row`,
    evidence: { share, unexplainedNs: ledger.unexplained.mean },
    advice: 'Mark what lies between the rows, or the callers around them, as regions of their own.',
  };
};
