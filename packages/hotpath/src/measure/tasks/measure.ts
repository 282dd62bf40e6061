import type { ForkMeasurement } from '../../model/measurement/measurement.js';
import type { ForkPlan, Plan } from '../../model/measurement/plan.js';
import type { Forks } from '../forks.js';
import type { MeasureJob } from '../job.js';
import type { ForkContext } from '../measurer.js';
import type { MeasuredFork } from '../task-results.js';
import { edgesOf } from '../tree-edges.js';
import { variantJob } from '../variant-jobs.js';
import { measureAlone } from './alone.js';
import { runLogged } from './run-logged.js';

/** Measures one fork of a plan and, where the plan says so, its paths alone. */
export async function measureFork(
  forks: Forks,
  plan: Plan,
  fork: ForkPlan,
  context: ForkContext,
  progress: (done: number) => void,
): Promise<ForkMeasurement> {
  const job = measureJob(forks, plan, fork, context);
  const { result, compilation } = fork.logsCode
    ? await runLogged(forks, plan.path, job, progress)
    : { result: await forks.run(job, progress), compilation: null };
  const alone = fork.aloneMs > 0 ? await measureAlone(forks, job, fork.aloneMs, () => progress(1)) : [];
  return {
    index: fork.index,
    replicate: fork.replicate,
    calmNs: context.calmNs,
    ...result,
    ...garbageOf(result, alone, isFirstOfReplicate(plan, fork)),
    compilation,
  };
}

function measureJob(forks: Forks, plan: Plan, fork: ForkPlan, { tree, calmNs }: ForkContext): MeasureJob {
  const { path, places, async, waits, keepsAwake, warmUpGoal, times, rounds, policy } = plan;
  return {
    task: 'measure',
    ...forks.baseOf(path.file),
    variants: fork.variants.map((variant) => variantJob(variant, path, places, tree)),
    seed: fork.seed,
    async,
    waits,
    keepsAwake,
    edges: edgesOf(tree),
    ...times,
    warmUpGoal,
    rounds,
    aloneMs: 0,
    batchMs: policy.batchMs,
    calm: policy.calm,
    calmNs,
  };
}

function isFirstOfReplicate({ forks }: Plan, { index, replicate }: ForkPlan): boolean {
  return forks.find((each) => each.replicate === replicate)?.index === index;
}

/**
 * What the price of garbage is estimated from: the paths alone, the untouched one first, or the fork itself where they did
 * not run alone. A replicate's first fork has it for all.
 */
function garbageOf(
  together: MeasuredFork,
  alone: readonly MeasuredFork[],
  isFirst: boolean,
): Pick<ForkMeasurement, 'alone' | 'pauses'> {
  if (!isFirst) return { alone: [], pauses: [] };
  const pauses = alone[0]?.pauses ?? [];
  return {
    alone: alone.flatMap((one) => one.alone),
    pauses: pauses.length > 0 ? pauses : together.pauses,
  };
}
