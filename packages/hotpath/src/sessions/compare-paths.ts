import { savingsOf } from '../estimate/gains/savings.js';
import type { Measurement } from '../model/measurement/measurement.js';
import { waitsInTrace } from '../model/path/waits-in-trace.js';
import type { Saving } from '../model/report/score.js';
import { planComparison } from '../plan/forks/plan-comparison.js';
import type { Whole } from '../plan/forks/plan-wholes.js';
import { measurePlans } from './measure-plans.js';
import { findPath } from './path/find-path.js';
import { withoutRows } from './rows/wanted-rows.js';
import type { Session } from './session.js';

/**
 * Measures what each of several changed versions of a path saves. All versions run in the same forks, in alternating batches,
 * so that a slow fork or a slow second slows all of them down: only shares of the unchanged path count. An interrupt ends it
 * early with the complete forks.
 * Throws a UserError when a version cannot be run, Interrupted when no fork was complete.
 */
export async function comparePaths(
  before: string,
  changed: readonly string[],
  session: Session,
): Promise<Saving[]> {
  const { policy, seed } = session;
  const unchanged = await findWhole(before, session);
  const others: Whole[] = [];
  for (const file of changed) others.push(await findWhole(file, session));
  const plan = planComparison(unchanged, others, policy, seed);
  const [measurement] = await measurePlans(plan.path.name, [plan], session);
  return savingsOf(measurement as Measurement);
}

async function findWhole(specFile: string, { measurer }: Session): Promise<Whole> {
  const { path, tree, warmUpGoal, keepsAwake } = await findPath(specFile, measurer, {
    findPlaces: withoutRows,
  });
  return { path, async: tree.async, waits: waitsInTrace(tree), keepsAwake, warmUpGoal };
}
