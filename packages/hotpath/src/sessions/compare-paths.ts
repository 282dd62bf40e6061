import { savingsOf } from '../estimate/gains/savings.js';
import type { Measurement } from '../model/measurement/measurement.js';
import type { Saving } from '../model/report/score.js';
import { waits } from '../model/report/waiting.js';
import { planComparison } from '../plan/plan-comparison.js';
import type { Whole } from '../plan/plan-processes.js';
import { findPath } from './find-path.js';
import { measurePlans } from './measure-plans.js';
import type { Session } from './session.js';

/**
 * What each of several changed versions of a path saves. All run in the same processes, in batches by turns, so that what
 * slows one process or one second down slows all of them: only shares of the path as it was then count. An interrupt ends
 * it early with the processes that were complete.
 * Throws a UserError when one cannot be run, Interrupted when no process was complete.
 */
export async function comparePaths(
  before: string,
  changed: readonly string[],
  session: Session,
): Promise<Saving[]> {
  const { measurer, policy, seed } = session;
  const wholes: Whole[] = [];
  for (const file of [before, ...changed]) {
    const { path, tree, warmUpGoal } = await findPath(file, measurer, () => []);
    wholes.push({ path, async: tree.async, waits: waits(tree), warmUpGoal });
  }
  const plan = planComparison(wholes[0] as Whole, wholes.slice(1), policy, seed);
  const [measurement] = await measurePlans(plan.path.name, [plan], session);
  return savingsOf(measurement as Measurement);
}
