import type { Rule } from '../diagnose.js';

/** Where time is limited, a slow machine measures fewer replicates than were planned. */
export const timeOver: Rule = ({ plan, forks }) => {
  const { limitMs, replicates } = plan.policy;
  const next = plan.forks[forks.length];
  if (limitMs === null || !next || next.replicate === forks.at(-1)?.replicate) return null;
  return {
    id: 'time-over',
    severity: 'note',
    message: `${next.replicate} of ${replicates} replicates were measured in the ${Math.round(limitMs / 1000)} s that it may take`,
    evidence: { measured: next.replicate, planned: replicates, limitMs },
    advice: 'Intervals are wider than planned: give more time, or quiet the machine.',
  };
};
