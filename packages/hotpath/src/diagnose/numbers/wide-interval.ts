import { relativeHalfWidth } from '../../model/report/estimate.js';
import { percent } from '../../model/text/percent.js';
import type { Rule } from '../rule.js';

/** Largest half-width of the total's 95 % interval, as a share of the total, that needs no remark. */
const limit = 0.05;

/** The total is known only roughly, because replicates differ or there is only one. */
export const wideInterval: Rule = (_, { total, processor }) => {
  const share = relativeHalfWidth(total);
  if (share <= limit) return null;
  const isKnown = Number.isFinite(share);
  return {
    id: 'wide-interval',
    severity: 'warning',
    message: isKnown
      ? `the total differs between forks: its 95% interval is ±${percent(share)}`
      : 'the total has no interval, since a single replicate was measured',
    evidence: isKnown ? { relativeHalfWidth: share } : { replicates: processor.replicatesUsed },
    advice: 'Measure longer with --target, and let nothing else run on the machine.',
  };
};
