import { Interrupted } from '../measure/run-fork.js';
import type { ForkMeasurement, Measurement } from '../model/measurement/measurement.js';
import type { Plan } from '../model/measurement/plan.js';
import { withoutPlaces } from '../plan/plan-processes.js';
import type { Session } from './profile.js';

/**
 * Measures plans without rows: first every plan's first process, then every plan's second, so that a machine that changes
 * meanwhile changes all of them. An interrupt ends it early with the replicates that were complete.
 * Throws a UserError when a process cannot be run, Interrupted when no replicate was complete.
 */
export async function measurePlans(
  name: string,
  plans: readonly Plan[],
  { measurer, environment, policy, progress }: Session,
): Promise<Measurement[]> {
  const forks = policy.replicates * plans.length;
  const replicates: (readonly ForkMeasurement[])[] = [];
  try {
    for (let replicate = 0; replicate < policy.replicates; replicate++) {
      const found: ForkMeasurement[] = [];
      for (const plan of plans) {
        const fork = plan.forks[replicate];
        if (!fork) throw new Error(`a plan without replicate ${replicate}`);
        const forksDone = replicate * plans.length + found.length;
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
