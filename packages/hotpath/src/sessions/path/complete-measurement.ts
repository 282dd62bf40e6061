import type { ForkMeasurement, Measurement } from '../../model/measurement/measurement.js';
import type { Plan, SampledForkPlan } from '../../model/measurement/plan.js';
import { calmLimitSoFar } from '../../plan/effort/calm-so-far.js';
import { roundRule } from '../../plan/effort/round-rule.js';
import { sampledFork, variantTimes } from '../../plan/effort/variant-times.js';

/** A saved measurement; earlier versions did not record all decisions. */
export type SavedMeasurement = Omit<Measurement, 'plan' | 'forks'> & {
  readonly plan: Omit<Plan, Recorded | 'sampled'> &
    Partial<Pick<Plan, Recorded>> & {
      readonly sampled: readonly (Pick<SampledForkPlan, 'index'> & Partial<SampledForkPlan>)[];
    };
  readonly forks: readonly (Omit<ForkMeasurement, 'calmNs'> & Partial<Pick<ForkMeasurement, 'calmNs'>>)[];
};

type Recorded = 'keepsAwake' | 'times' | 'rounds';

/** Adds the decisions that a saved measurement does not record. They follow from the rest of it, by the same rules. */
export function completeMeasurement({ plan, forks, ...rest }: SavedMeasurement): Measurement {
  const { policy, waits } = plan;
  return {
    ...rest,
    plan: {
      keepsAwake: forks.some(({ asleepNs }) => asleepNs !== null),
      times: variantTimes(policy, waits),
      rounds: roundRule,
      ...plan,
      sampled: plan.sampled.map((fork) => ({ ...sampledFork(fork.index, policy), ...fork })),
    },
    forks: withCalmLimits(forks, policy.calm),
  };
}

function withCalmLimits(forks: SavedMeasurement['forks'], calm: number): ForkMeasurement[] {
  const complete: ForkMeasurement[] = [];
  for (const fork of forks) complete.push({ calmNs: calmLimitSoFar(complete, calm), ...fork });
  return complete;
}
