import type { Environment } from '../../model/measurement/environment.js';
import type { ForkMeasurement, Measurement } from '../../model/measurement/measurement.js';
import type { Plan, SampledForkPlan } from '../../model/measurement/plan.js';
import { calmLimitSoFar } from '../../plan/effort/calm-so-far.js';
import { roundRule } from '../../plan/effort/round-rule.js';
import { sampledFork, variantTimes } from '../../plan/effort/variant-times.js';

/** A saved measurement; earlier versions did not record all decisions. */
export type SavedMeasurement = Omit<Measurement, 'plan' | 'forks' | 'environment'> & {
  readonly environment: Omit<Environment, RecordedOfMachine> & Partial<Pick<Environment, RecordedOfMachine>>;
  readonly plan: Omit<Plan, Recorded | 'sampled'> &
    Partial<Pick<Plan, Recorded>> & {
      readonly sampled: readonly (Pick<SampledForkPlan, 'index'> & Partial<SampledForkPlan>)[];
    };
  readonly forks: readonly (Omit<ForkMeasurement, 'calmNs'> & Partial<Pick<ForkMeasurement, 'calmNs'>>)[];
};

type Recorded = 'keepsAwake' | 'times' | 'rounds';
type RecordedOfMachine = 'clockSource' | 'megahertz';

/** Adds what a saved measurement does not record. Its decisions follow from the rest of it, by the same rules; the clock stays unknown. */
export function completeMeasurement({ plan, forks, environment, ...rest }: SavedMeasurement): Measurement {
  const { policy, waits } = plan;
  const { clockSource = 'unknown', megahertz = null } = environment;
  return {
    ...rest,
    environment: { ...environment, clockSource, megahertz },
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
