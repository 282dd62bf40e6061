import type { Plan } from '../../model/measurement/plan.js';
import type { Policy } from '../../model/measurement/policy.js';
import type { OtherVariant } from '../../model/measurement/variant.js';
import { planWholes, type Whole } from './plan-wholes.js';

/** One fork per replicate, with two copies of the path as it is and one of each changed version. */
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
  // That the unchanged path is at rest says nothing about its changed versions, so operations alone decide.
  const waits = [before, ...changed].some((one) => one.waits);
  const whole = { ...before, waits, warmUpGoal: { operations, least: 0, restNs: null } };
  return planWholes(
    whole,
    [{ id: 'base', kind: 'base' }, { id: 'twin', kind: 'twin' }, ...others],
    policy,
    seed,
  );
}
