import type { OtherVariant, Plan, Policy } from '../model/measurement/plan.js';
import { planProcesses, type Whole } from './plan-processes.js';

/** A process a replicate, with two copies of the path as it is and one of each changed version. */
export function planComparison(before: Whole, changed: readonly Whole[], policy: Policy, seed: number): Plan {
  const others = changed.map(
    ({ path, async }, index): OtherVariant => ({
      id: `other-${index}`,
      kind: 'other',
      spec: path.file,
      async,
    }),
  );
  const operations = Math.max(...[before, ...changed].map(({ warmUpGoal }) => warmUpGoal.operations));
  // The watch for rest knows the path as it is, and nothing of its changed versions.
  const waits = [before, ...changed].some((one) => one.waits);
  const whole = { ...before, waits, warmUpGoal: { operations, least: 0, restNs: null } };
  return planProcesses(
    whole,
    [{ id: 'base', kind: 'base' }, { id: 'twin', kind: 'twin' }, ...others],
    policy,
    seed,
  );
}
