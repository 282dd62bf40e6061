import type { SampledFork } from '../../model/measurement/measurement.js';
import type { Plan, SampledForkPlan } from '../../model/measurement/plan.js';
import type { Forks } from '../forks.js';
import { wholeVariant } from '../variant-jobs.js';

/** Samples the untouched path in one fork. */
export async function sampleFork(
  forks: Forks,
  { path, async, warmUpGoal, policy }: Plan,
  { index, warmUpMs, warmUpMostMs }: SampledForkPlan,
  operations: number,
  progress: (done: number) => void,
): Promise<SampledFork> {
  const sampled = await forks.run(
    {
      task: 'sample',
      ...forks.baseOf(path.file),
      variants: [wholeVariant('base')],
      async,
      warmUpMs,
      warmUpMostMs,
      warmUpGoal,
      sampleMs: policy.sampleMs,
      intervalUs: policy.sampleIntervalUs,
      operations,
    },
    progress,
  );
  return { index, ...sampled };
}
