import type { WarmUpGoal } from '../model/measurement/pilot.js';
import type { Plan, Policy, Variant } from '../model/measurement/plan.js';
import type { CallTree } from '../model/path/call-tree.js';
import type { HotPath } from '../model/path/path.js';
import { seededRandom } from '../stats/random.js';
import { aloneTime } from './alone-time.js';

/** What runs without rows, and beside what. */
export interface Whole {
  readonly path: HotPath;
  /** Whether it returns promises. */
  readonly async: boolean;
  /** Whether it spends a good part of its time off the processor. */
  readonly waits: boolean;
  readonly warmUpGoal: WarmUpGoal;
}

/** A plan without rows: a process a replicate, each with all variants. */
export function planProcesses(
  { path, async, waits, warmUpGoal }: Whole,
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
    warmUpGoal,
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

/** The call tree of operations that hold no place. */
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
