import type { Plan } from '../../model/measurement/plan.js';
import type { Policy } from '../../model/measurement/policy.js';
import type { HotPath } from '../../model/path/path.js';
import { operationVariant } from './plan-variants.js';
import { planWholes } from './plan-wholes.js';

/** Operations that are measured in the same forks. */
export interface OperationGroup {
  readonly path: HotPath;
  /** Whether they return promises. */
  readonly async: boolean;
  /** Warm-up of each, unless the longest warm-up of the policy ends first. */
  readonly warmUpOperations: number;
}

/** One fork per replicate, with the path and all operations that its specification names. */
export function planOperations(
  { path, async, warmUpOperations: operations }: OperationGroup,
  policy: Policy,
  seed: number,
): Plan {
  const others = path.operations.map(operationVariant);
  const warmUpGoal = { operations, least: 0, restNs: null };
  const whole = { path, async, waits: false, keepsAwake: false, warmUpGoal };
  return planWholes(whole, [{ id: 'base', kind: 'base' }, ...others], policy, seed);
}
