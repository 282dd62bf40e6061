import type { Plan, Policy, Variant } from '../model/measurement/plan.js';
import type { HotPath } from '../model/path/path.js';
import { planProcesses } from './plan-processes.js';

/** Operations that are measured beside each other. */
export interface OperationGroup {
  readonly path: HotPath;
  /** Whether they return promises. */
  readonly async: boolean;
  /** Each runs so often before it is measured, if ten times the time for it suffices. */
  readonly warmUpOperations: number;
}

/** A process a replicate, with the path and all operations that its specification names. */
export function planOperations(
  { path, async, warmUpOperations: operations }: OperationGroup,
  policy: Policy,
  seed: number,
): Plan {
  const beside = path.operations.map(
    ({ id }): Variant => ({ id: `operation-${id}`, kind: 'operation', operation: id }),
  );
  const whole = { path, async, waits: false, warmUpGoal: { operations, least: 0, restNs: null } };
  return planProcesses(whole, [{ id: 'base', kind: 'base' }, ...beside], policy, seed);
}
