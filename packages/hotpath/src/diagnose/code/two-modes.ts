import { percent } from '../../model/text/percent.js';
import type { Rule } from '../rule.js';

/** If at least this share of forks stays in one mode, the fork decides the mode. */
const mostly = 0.8;

/** The mean of two speeds is a speed that never occurs. */
export const twoModes: Rule = (_, { modes }) => {
  if (!modes) return null;
  const { low, high, highShare, residentForks } = modes;
  const where =
    residentForks >= mostly
      ? 'a fork stays in one of them, so it is decided at its start (memory layout, what the compiler chose)'
      : 'the same fork alternates between them';
  return {
    id: 'two-modes',
    severity: 'warning',
    message: `the path has two speeds: ${low.toFixed(1)} ns and, in ${percent(highShare)} of the batches, ${high.toFixed(1)} ns (+${percent(high / low - 1)}); ${where}`,
    evidence: { lowNs: low, highNs: high, highShare, residentForks },
    advice: 'The mean of both is a speed that never occurs. Compare distributions, not means.',
  };
};
