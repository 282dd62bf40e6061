import { countUsable } from '../../estimate/forks/set-aside.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import type { ForkPlan, Plan, SampledForkPlan } from '../../model/measurement/plan.js';
import type { CallTree } from '../../model/path/call-tree.js';
import { calmLimitSoFar } from '../../plan/effort/calm-so-far.js';
import { samplingMs } from '../../plan/effort/sampling-time.js';
import { createTimeLimit } from '../../plan/effort/time-limit.js';
import type { ForkStep, NextFork } from '../run-forks.js';
import type { Session } from '../session.js';
import { extendToTarget, type Starts } from './extend-to-target.js';
import type { PlanFor } from './prepare-path.js';

/** The forks of a measurement: those planned, more of them while its target is missed, then those that are sampled. */
export function measurementSteps(
  tree: CallTree,
  planFor: PlanFor,
  starts: Starts,
  { measurer, policy, now }: Session,
): NextFork<Measurement> {
  const isAllowed = createTimeLimit({
    limitMs: policy.limitMs,
    beganMs: starts.beganMs,
    afterwardsMs: samplingMs(planFor(policy.replicates)),
    now,
  });
  const timedStep = (found: Measurement, plan: Plan, fork: ForkPlan): ForkStep<Measurement> =>
    stepOf(found, plan, async (progress) => {
      const calmNs = calmLimitSoFar(found.forks, plan.policy.calm);
      const measured = await measurer.measureFork(plan, fork, { tree, calmNs }, progress);
      return { ...found, plan, forks: [...found.forks, measured] };
    });
  const sampledStep = (found: Measurement, fork: SampledForkPlan): ForkStep<Measurement> =>
    stepOf(found, found.plan, async (progress) => {
      const operations = found.forks[0]?.batchOperations ?? 1;
      const sampled = await measurer.sampleFork(found.plan, fork, operations, progress);
      return { ...found, sampled: [...found.sampled, sampled] };
    });
  return (found) => {
    const plan = extendToTarget(found, planFor, starts, now);
    const timed = found.sampled.length === 0 ? plan.forks[found.forks.length] : undefined;
    if (timed && isAllowed(timed.replicate, () => countUsable(found))) return timedStep(found, plan, timed);
    const sampled = found.plan.sampled[found.sampled.length];
    return sampled ? sampledStep(found, sampled) : null;
  };
}

function stepOf(
  { forks, sampled }: Measurement,
  plan: Plan,
  run: ForkStep<Measurement>['run'],
): ForkStep<Measurement> {
  return {
    forksDone: forks.length + sampled.length,
    forks: plan.forks.length + plan.sampled.length,
    run,
  };
}
