import { percent } from '../../model/text/percent.js';
import type { Rule } from '../rule.js';

/** Largest share of the total that may be in no row. */
const limit = 0.1;

/** Rows should explain the path. */
export const unexplained: Rule = ({ plan }, ledger) => {
  const { share } = ledger.unexplained;
  if (share <= limit || plan.rows.length === 0) return null;
  return {
    id: 'unexplained',
    severity: 'warning',
    message: `${percent(share)} of the path is in no row`,
    evidence: { share, unexplainedNs: ledger.unexplained.mean },
    advice: 'Mark the code between the rows, or the callers around them, as regions of their own.',
  };
};
