import type { Rule } from './diagnose.js';

/** A session that was stopped has fewer replicates than its plan. */
export const incomplete: Rule = ({ plan, forks }) => {
  if (forks.length >= plan.forks.length) return null;
  return {
    id: 'incomplete',
    severity: 'warning',
    message: `the session was stopped: ${forks.length} of ${plan.forks.length} forks were measured`,
    evidence: { measured: forks.length, planned: plan.forks.length },
    advice: 'Intervals are wider than planned; run to the end for the real ones.',
  };
};
