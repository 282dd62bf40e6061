import type { Rule } from '../rule.js';
import { timeOver } from './time-over.js';

/** A session that was stopped has fewer forks than its plan. */
export const incomplete: Rule = (measurement, ledger) => {
  const { plan, forks } = measurement;
  if (forks.length >= plan.forks.length || timeOver(measurement, ledger) !== null) return null;
  return {
    id: 'incomplete',
    severity: 'warning',
    message: `the session was stopped: ${forks.length} of ${plan.forks.length} forks were measured`,
    evidence: { measured: forks.length, planned: plan.forks.length },
    advice: 'Intervals are wider than planned. Let the session run to its end.',
  };
};
