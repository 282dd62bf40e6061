import type { ForkReceipt } from '../../model/report/fork-receipt.js';
import { percent } from '../../model/text/percent.js';
import type { Rule } from '../diagnose.js';

/** Fewer of a function's copies than this share are stragglers that the mean does not feel. */
const limit = 0.1;

/** A row's function that V8 was still compiling ran in more than one speed; its batches are averaged over both. */
export const compiledWhileMeasured: Rule = ({ plan }, { rows, forks }) => {
  const changed = new Map<string, number>();
  for (const { code } of rows) {
    if (!code) continue;
    const copies = Object.values(code.after).reduce((sum, many) => sum + many, 0);
    if (code.changed > limit * copies) changed.set(code.function, code.changed / copies);
  }
  if (changed.size === 0) return null;
  const named = [...changed].map(([name, share]) => `${name} (${percent(share)} of its copies)`);
  return {
    id: 'compiled-while-measured',
    severity: 'note',
    message: `V8 was still compiling ${named.join(', ')} while it was measured`,
    evidence: { functions: [...changed.keys()], ...weightOfChanged(forks) },
    advice: `${explained(weightOfChanged(forks))}The warm-up is too short for this path${plan.policy.effort === 'quick' ? ': run without --quick' : ', or it never comes to rest'}.`,
  };
};

/** What the processes in which a tier changed do to the total; by how much it would grow without them, as a share. */
function weightOfChanged(forks: readonly ForkReceipt[]): {
  readonly processes: number;
  readonly logged: number;
  readonly without: number;
} {
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

function explained({ processes, logged, without }: ReturnType<typeof weightOfChanged>): string {
  if (logged === 0) return '';
  return `It did so in ${processes} of ${logged} processes that kept a log; they weigh as much as the others, and without them the total would change by ${percent(without)}. `;
}
