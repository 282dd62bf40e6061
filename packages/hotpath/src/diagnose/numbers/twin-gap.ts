import { percent } from '../../model/text/percent.js';
import type { Rule } from '../diagnose.js';

const limit = 0.03;

/** The same code measured twice in one process should take the same time; its gap is the systematic error. */
export const twinGap: Rule = (_, ledger) => {
  const gap = ledger.twinGap;
  const excludesZero = gap.low > 0 || gap.high < 0;
  if (!excludesZero || Math.abs(gap.mean) <= limit) return null;
  return {
    id: 'twin-gap',
    severity: 'warning',
    message: `base and twin, the same code, differ by ${percent(gap.mean)}`,
    evidence: { gap: gap.mean, low: gap.low, high: gap.high },
    advice: 'Take no difference below this gap for real.',
  };
};
