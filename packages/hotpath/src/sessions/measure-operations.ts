import type { Measurement } from '../model/measurement/measurement.js';
import { type OperationGroup, planOperations } from '../plan/forks/plan-operations.js';
import { measurePlans } from './measure-plans.js';
import type { Session } from './session.js';

/** Measures groups of operations without rows, with the forks of all groups in alternation; see `measurePlans`. */
export function measureOperations(
  name: string,
  groups: readonly OperationGroup[],
  session: Session,
): Promise<readonly Measurement[]> {
  const { policy, seed } = session;
  const plans = groups.map((group, index) => planOperations(group, policy, seed + index));
  return measurePlans(name, plans, session);
}
