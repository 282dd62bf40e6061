import type { WarmUpGoal } from '../../model/measurement/pilot.js';
import type { Plan } from '../../model/measurement/plan.js';
import type { Policy } from '../../model/measurement/policy.js';
import type { Variant } from '../../model/measurement/variant.js';
import type { CallTree } from '../../model/path/call-tree.js';
import type { HotPath } from '../../model/path/path.js';
import { seededRandom } from '../../stats/random.js';
import { aloneTime } from '../effort/alone-time.js';
import { roundRule } from '../effort/round-rule.js';
import { variantTimes } from '../effort/variant-times.js';

/** A path that is measured as a whole, without rows. */
export interface Whole {
  readonly path: HotPath;
  /** Whether its `run` returns a promise. */
  readonly async: boolean;
  /** Whether it spends a good part of its time off the processor. */
  readonly waits: boolean;
  /** Whether processors are to be kept awake. */
  readonly keepsAwake: boolean;
  readonly warmUpGoal: WarmUpGoal;
}

/** A plan without rows: one fork per replicate, each with all variants. */
export function planWholes(
  { path, async, waits, keepsAwake, warmUpGoal }: Whole,
  variants: readonly Variant[],
  policy: Policy,
  seed: number,
): Plan {
  const random = seededRandom(seed);
  return {
    path,
    places: [],
    rows: [],
    idle: [],
    async,
    concurrent: false,
    waits,
    keepsAwake: waits && keepsAwake,
    warmUpGoal,
    times: variantTimes(policy, waits),
    rounds: roundRule,
    seed,
    policy,
    forks: Array.from({ length: policy.replicates }, (_, index) => ({
      index,
      replicate: index,
      seed: Math.floor(random() * 2 ** 32),
      logsCode: index < policy.codeLogForks,
      aloneMs: aloneTime(index, policy),
      variants,
    })),
    sampled: [],
  };
}

/** The call tree of a path without places. */
export function withoutPlaces(async: boolean): CallTree {
  const nodes = [{ place: -1, parent: -1, count: 0 }];
  return {
    nodes,
    operations: 1,
    nsPerOperation: 0,
    occupied: 1,
    async,
    concurrent: false,
    thrown: [],
    recursive: [],
  };
}
