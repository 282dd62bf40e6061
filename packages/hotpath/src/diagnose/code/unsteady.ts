import type { ForkReceipt } from '../../model/report/fork-receipt.js';
import { percent } from '../../model/text/percent.js';
import type { Rule } from '../diagnose.js';

/** More processes than this share are no accident. */
const limit = 0.25;

/** A mean over batches stands for the path only if the path had come to rest. */
export const unsteady: Rule = (_, { forks }) => {
  const known = forks.filter(({ steadyState }) => steadyState.verdict !== 'unknown');
  const of = (...verdicts: readonly ForkReceipt['steadyState']['verdict'][]): ForkReceipt[] =>
    known.filter(({ steadyState }) => verdicts.includes(steadyState.verdict));
  const restless = of('none', 'slowing');
  const all = [...restless, ...of('warm')];
  if (all.length <= Math.max(1, limit * known.length)) return null;
  const said = (['warm', 'slowing', 'none'] as const)
    .map((verdict) => [verdict, of(verdict).length] as const)
    .filter(([, many]) => many > 0)
    .map(([verdict, many]) => `${many} ${meanings[verdict]}`);
  const influence = Math.max(...all.map((fork) => Math.abs(fork.influence)));
  return {
    id: 'unsteady',
    severity: restless.length > limit * known.length ? 'warning' : 'note',
    message: `the path changed its speed while it was measured: of ${known.length} processes ${said.join(', ')}`,
    evidence: {
      processes: known.length,
      forks: all.map(({ index, steadyState }) => `${index}: ${steadyState.verdict}`),
      largestInfluence: influence,
    },
    advice: `None of them moves the total by more than ${percent(influence)}. A path that gets quicker needs a longer warm-up; one that gets slower keeps something.`,
  };
};

const meanings = {
  warm: 'got quicker and then came to rest',
  slowing: 'got slower and then came to rest',
  none: 'had not come to rest at the end',
} as const;
