import type { Plan } from '../../model/measurement/plan.js';
import type { Policy } from '../../model/measurement/policy.js';
import { waitsInTrace } from '../../model/path/waits-in-trace.js';
import { roundRule } from '../effort/round-rule.js';
import { sampledFork, variantTimes } from '../effort/variant-times.js';
import type { FoundPath } from './found-path.js';
import { planForks } from './plan-forks.js';
import { idlePlaces, planRows } from './plan-rows.js';
import { type Experiments, experimentVariants, rowVariants, waitVariants } from './plan-variants.js';

/** Plans the measurement of a path with its rows: which forks run, and which variants each holds. */
export function planTrials(
  { path, places, chosen, foldMarks, tree, warmUpGoal, keepsAwake }: FoundPath,
  policy: Policy,
  seed: number,
  experiments: Experiments = {},
): Plan {
  const rows = planRows(places, tree);
  const isWaiting = waitsInTrace(tree);
  const variants = {
    always: rowVariants(rows, tree, experiments),
    experiments: experimentVariants(rows, places, experiments),
    waiting: waitVariants(rows, tree),
  };
  return {
    path,
    places,
    rows,
    idle: idlePlaces(places, tree),
    ...(chosen && { chosen }),
    foldMarks,
    async: tree.async,
    concurrent: tree.concurrent,
    waits: isWaiting,
    keepsAwake: isWaiting && keepsAwake,
    warmUpGoal,
    times: variantTimes(policy, isWaiting),
    rounds: roundRule,
    seed,
    policy,
    forks: planForks(variants, policy, seed),
    sampled: Array.from({ length: policy.sampledForks }, (_, index) => sampledFork(index, policy)),
  };
}
