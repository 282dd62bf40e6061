import type { ForkReceipt } from '../../model/report/fork-receipt.js';
import { percent } from '../../model/text/percent.js';
import type { Rule } from '../rule.js';

/** If a smaller share of a function's copies changed, they are stragglers that do not show in the mean. */
const limit = 0.1;

/** A row's function that V8 was still compiling ran at more than one speed, and its batches are averaged over all of them. */
export const compiledWhileMeasured: Rule = ({ plan }, { rows, forks }) => {
  const changed = new Map<string, number>();
  for (const { code } of rows) {
    if (!code) continue;
    const copies = Object.values(code.after).reduce((sum, count) => sum + count, 0);
    if (code.changed > limit * copies) changed.set(code.function, code.changed / copies);
  }
  if (changed.size === 0) return null;
  const named = [...changed].map(([name, share]) => `${name} (${percent(share)} of its copies)`);
  const weight = weightOfChanged(forks);
  const cure = plan.policy.effort === 'quick' ? ': run without --quick' : ', or it never comes to rest';
  return {
    id: 'compiled-while-measured',
    severity: 'note',
    message: `V8 was still compiling ${named.join(', ')} during the measurement`,
    evidence: { functions: [...changed.keys()], ...weight },
    advice: `${explained(weight)}The warm-up is too short for this path${cure}.`,
  };
};

/** What the forks in which a tier changed do to the total. */
interface ChangedForks {
  readonly processes: number;
  /** Forks that kept a log. */
  readonly logged: number;
  /** The share by which the total would grow without them. */
  readonly without: number;
}

function weightOfChanged(forks: readonly ForkReceipt[]): ChangedForks {
  const used = forks.filter(({ weight }) => weight > 0);
  const others = used.filter(({ tierChanges }) => tierChanges === null || tierChanges === 0);
  const meanOf = (some: readonly ForkReceipt[]): number =>
    some.reduce((sum, { cleanNs }) => sum + cleanNs, 0) / some.length;
  return {
    processes: used.length - others.length,
    logged: used.filter(({ tierChanges }) => tierChanges !== null).length,
    without: others.length === 0 ? 0 : meanOf(others) / meanOf(used) - 1,
  };
}

function explained({ processes, logged, without }: ChangedForks): string {
  if (logged === 0) return '';
  return `This happened in ${processes} of the ${logged} forks that kept a log. Their weight is that of the others; without them the total would change by ${percent(without)}. `;
}
