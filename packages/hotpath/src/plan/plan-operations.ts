import type { HotPath } from '../model/path.js';
import type { Plan, Policy, Variant } from '../model/plan.js';
import { seededRandom } from '../stats/random.js';

/** Operations that are measured beside each other. */
export interface OperationGroup {
  readonly path: HotPath;
  /** Whether they return promises. */
  readonly async: boolean;
  /** Each runs so often before it is measured, if ten times the time for it suffices. */
  readonly warmUpOperations: number;
}

/** A plan without rows: a process a replicate, with the path and all operations that its specification names. */
export function planOperations(group: OperationGroup, policy: Policy, seed: number): Plan {
  const { path, async, warmUpOperations } = group;
  const random = seededRandom(seed);
  const variants: readonly Variant[] = [
    { id: 'base', kind: 'base' },
    ...path.operations.map(
      ({ id }): Variant => ({ id: `operation-${id}`, kind: 'operation', operation: id }),
    ),
  ];
  return {
    path,
    places: [],
    rows: [],
    idle: [],
    async,
    concurrent: false,
    warmUpGoal: { operations: warmUpOperations, restNs: null },
    seed,
    policy,
    forks: Array.from({ length: policy.replicates }, (_, index) => ({
      index,
      replicate: index,
      seed: Math.floor(random() * 2 ** 32),
      variants,
    })),
    sampled: [],
  };
}
