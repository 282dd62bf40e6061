import { percent } from '../../model/text/percent.js';
import type { Rule } from '../rule.js';
import { isSystematicGap } from './systematic-gap.js';

/** The same code, measured twice in one fork, should take the same time. The gap is a systematic error. */
export const twinGap: Rule = (_, { twinGap: gap }) => {
  if (!isSystematicGap(gap)) return null;
  return {
    id: 'twin-gap',
    severity: 'warning',
    message: `base and twin, two copies of the same code, differ by ${percent(gap.mean)}`,
    evidence: { gap: gap.mean, low: gap.low, high: gap.high },
    advice: 'Ignore differences that are smaller than this gap.',
  };
};
