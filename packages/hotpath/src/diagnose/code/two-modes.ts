import { percent } from '../../model/text/percent.js';
import type { Rule } from '../diagnose.js';

/** Share of processes from which on a mode is a matter of the process. */
const mostly = 0.8;

/** A mean of two speeds is a speed that never happens. */
export const twoModes: Rule = (_, { modes }) => {
  if (!modes) return null;
  const { low, high, highShare, residentForks } = modes;
  const where =
    residentForks >= mostly
      ? 'a process stays in one of them, so it is decided when it starts (layout in memory, what the compiler chose)'
      : 'the same process changes between them';
  return {
    id: 'two-modes',
    severity: 'warning',
    message: `the path has two speeds: ${low.toFixed(1)} ns and, in ${percent(highShare)} of the batches, ${high.toFixed(1)} ns (+${percent(high / low - 1)}); ${where}`,
    evidence: { lowNs: low, highNs: high, highShare, residentForks },
    advice: 'Its mean is no speed that a user meets; compare distributions, not means.',
  };
};
