import { percent } from '../../model/text/percent.js';
import type { Rule } from '../diagnose.js';

/** The interval that was asked for could not be had in time: the number is not as sure as its reader wants it. */
export const targetMissed: Rule = ({ plan }, { total, processor }) => {
  const { target } = plan.policy;
  const share = (total.high - total.low) / 2 / total.mean;
  if (target === null || share <= target.share) return null;
  return {
    id: 'target-missed',
    severity: 'warning',
    message: `inconclusive: the total's interval is ±${percent(share)}, not ±${percent(target.share)}, after ${processor.replicatesUsed} replicates`,
    evidence: { share, target: target.share, replicates: processor.replicatesUsed },
    advice: 'Give more time with --budget, or quiet the machine.',
  };
};
