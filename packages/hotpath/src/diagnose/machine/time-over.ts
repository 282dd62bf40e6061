import type { Rule } from '../rule.js';

/** Within a time limit, a slow machine measures fewer replicates than planned. */
export const timeOver: Rule = ({ plan, forks }) => {
  const { limitMs, replicates } = plan.policy;
  const next = plan.forks[forks.length];
  if (limitMs === null || !next || next.replicate === forks.at(-1)?.replicate) return null;
  return {
    id: 'time-over',
    severity: 'note',
    message: `${next.replicate} of ${replicates} replicates were measured within the limit of ${Math.round(limitMs / 1000)} s`,
    evidence: { measured: next.replicate, planned: replicates, limitMs },
    advice: 'Intervals are wider than planned. Give more time, or stop other work on the machine.',
  };
};
