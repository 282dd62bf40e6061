import type { ForkReceipt } from '../../model/report/fork-receipt.js';
import { percent } from '../../model/text/percent.js';
import type { Rule } from '../rule.js';

/** A larger share of forks is not chance. */
const limit = 0.25;

/** The mean over batches represents the path only if the path was at rest. */
export const unsteady: Rule = (_, { forks }) => {
  const known = forks.filter(({ steadyState }) => steadyState.verdict !== 'unknown');
  const of = (...verdicts: readonly ForkReceipt['steadyState']['verdict'][]): ForkReceipt[] =>
    known.filter(({ steadyState }) => verdicts.includes(steadyState.verdict));
  const restless = of('none', 'slowing');
  const all = [...restless, ...of('warm')];
  if (all.length <= Math.max(1, limit * known.length)) return null;
  const counts = (['warm', 'slowing', 'none'] as const)
    .map((verdict) => [verdict, of(verdict).length] as const)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${count} ${meanings[verdict]}`);
  const influence = Math.max(...all.map((fork) => Math.abs(fork.influence)));
  return {
    id: 'unsteady',
    severity: restless.length > limit * known.length ? 'warning' : 'note',
    message: `the path changed its speed during the measurement: of ${known.length} forks, ${counts.join(', ')}`,
    evidence: {
      processes: known.length,
      forks: all.map(({ index, steadyState }) => `${index}: ${steadyState.verdict}`),
      largestInfluence: influence,
    },
    advice: `No single fork changes the total by more than ${percent(influence)}. A path that becomes faster needs a longer warm-up; one that becomes slower accumulates something.`,
  };
};

const meanings = {
  warm: 'became faster and then came to rest',
  slowing: 'became slower and then came to rest',
  none: 'had not come to rest at the end',
} as const;
