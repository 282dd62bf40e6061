import { Interrupted } from './measure/run-fork.js';
import type { ForkMeasurement, Measurement } from './model/measurement.js';
import { type OperationGroup, planOperations } from './plan/plan-operations.js';
import { withoutPlaces } from './plan/plan-processes.js';
import type { Session } from './profile.js';

/**
 * Measures groups of operations, without rows: first every group's first process, then every group's second, so that a
 * machine that changes meanwhile changes all of them. An interrupt ends it early with the replicates that were complete.
 * Throws a UserError when an operation cannot be run, Interrupted when no replicate was complete.
 */
export async function measureOperations(
  name: string,
  groups: readonly OperationGroup[],
  session: Session,
): Promise<readonly Measurement[]> {
  const { measurer, environment, policy, seed, progress } = session;
  const plans = groups.map((group, index) => planOperations(group, policy, seed + index));
  const forks = policy.replicates * groups.length;
  const replicates: (readonly ForkMeasurement[])[] = [];
  try {
    for (let replicate = 0; replicate < policy.replicates; replicate++) {
      const found: ForkMeasurement[] = [];
      for (const plan of plans) {
        const fork = plan.forks[replicate];
        if (!fork) throw new Error(`a plan without replicate ${replicate}`);
        const forksDone = replicate * groups.length + found.length;
        const report = (part: number): void =>
          progress({ name, forksDone, forks, done: (forksDone + part) / forks });
        report(0);
        found.push(await measurer.measureFork(plan, fork, withoutPlaces(plan.async), report));
      }
      replicates.push(found);
    }
  } catch (problem) {
    if (!(problem instanceof Interrupted) || replicates.length === 0) throw problem;
  }
  return plans.map((plan, index) => ({
    schema: 'hotpath/measurement@1',
    plan,
    environment,
    forks: replicates.flatMap((found) => found[index] ?? []),
    sampled: [],
  }));
}
