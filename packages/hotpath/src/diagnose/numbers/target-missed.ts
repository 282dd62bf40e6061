import { relativeHalfWidth } from '../../model/report/estimate.js';
import { percent } from '../../model/text/percent.js';
import type { Rule } from '../rule.js';

/** The time did not suffice for the requested interval: the total is less certain than its reader wants. */
export const targetMissed: Rule = ({ plan }, { total, processor }) => {
  const { target } = plan.policy;
  const share = relativeHalfWidth(total);
  if (target === null || share <= target.share) return null;
  return {
    id: 'target-missed',
    severity: 'warning',
    message: `inconclusive: after ${processor.replicatesUsed} replicates the total's interval is ±${percent(share)}, not ±${percent(target.share)}`,
    evidence: { share, target: target.share, replicates: processor.replicatesUsed },
    advice: 'Give more time with --budget, or stop other work on the machine.',
  };
};
