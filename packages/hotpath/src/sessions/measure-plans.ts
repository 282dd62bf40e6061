import { Interrupted } from '../measure/run-fork.js';
import type { ForkMeasurement, Measurement } from '../model/measurement/measurement.js';
import type { Plan } from '../model/measurement/plan.js';
import { calmLimitSoFar } from '../plan/effort/calm-so-far.js';
import { withoutPlaces } from '../plan/forks/plan-wholes.js';
import { type NextFork, runForks, toEnd } from './run-forks.js';
import type { Session } from './session.js';

/**
 * Measures plans without rows: first every plan's first fork, then every plan's second, so that a change of the machine
 * affects all of them. The calm limit is by the forks of all plans. An interrupt ends it early with the complete replicates.
 * Throws a UserError when a fork cannot be run, Interrupted when no replicate was complete.
 */
export async function measurePlans(
  name: string,
  plans: readonly Plan[],
  session: Session,
): Promise<Measurement[]> {
  const forks = await toEnd(runForks(name, [], nextFork(plans, session), session));
  const complete = Math.floor(forks.length / plans.length);
  if (complete === 0) throw new Interrupted();
  return plans.map((plan, index) => ({
    schema: 'hotpath/measurement@1',
    plan,
    environment: session.environment,
    forks: forks.filter((_, at) => at % plans.length === index).slice(0, complete),
    sampled: [],
  }));
}

/** The plans' forks in alternation, one replicate after another. */
function nextFork(
  plans: readonly Plan[],
  { measurer, policy }: Session,
): NextFork<readonly ForkMeasurement[]> {
  return (found) => {
    const plan = plans[found.length % plans.length] as Plan;
    const replicate = Math.floor(found.length / plans.length);
    if (replicate === policy.replicates) return null;
    const fork = plan.forks[replicate];
    if (!fork) throw new Error(`a plan without replicate ${replicate}`);
    return {
      forksDone: found.length,
      forks: policy.replicates * plans.length,
      run: async (progress) => {
        const calmNs = calmLimitSoFar(found, plan.policy.calm);
        const context = { tree: withoutPlaces(plan.async), calmNs };
        return [...found, await measurer.measureFork(plan, fork, context, progress)];
      },
    };
  };
}
