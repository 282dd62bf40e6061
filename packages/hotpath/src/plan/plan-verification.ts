import type { WarmUpGoal } from '../model/measurement/pilot.js';
import type { Dose, VerificationPlan } from '../model/measurement/verification.js';
import type { CallTree } from '../model/path/call-tree.js';
import type { HotPath } from '../model/path/path.js';
import type { RowPlace } from '../model/path/row.js';
import { waits } from '../model/report/waiting.js';
import { seededRandom } from '../stats/random.js';
import { planRows } from './plan-rows.js';
import { type Effort, policies } from './policy.js';

const delay = (ns: number): Dose => ({ kind: 'delay', ns });
const others: readonly Dose[] = [
  { kind: 'wait', ms: 0.2 },
  // A batch of them must stay well below V8's smallest new space, 1 MB, or a collection strikes every batch.
  { kind: 'allocation', objects: 20 },
];

const efforts: Readonly<Record<Effort, { forks: number; rounds: number; doses: readonly Dose[] }>> = {
  quick: { forks: 5, rounds: 24, doses: [delay(50), delay(1000), ...others] },
  default: { forks: 10, rounds: 32, doses: [delay(50), delay(200), delay(1000), delay(10_000), ...others] },
};

/**
 * Every row that ran is given every dose, in each of some forks. The second half of the forks is for what the first
 * leaves unsure: two looks, so that looking again and again does not decide.
 */
export function planVerification(
  path: HotPath,
  places: readonly RowPlace[],
  tree: CallTree,
  warmUpGoal: WarmUpGoal,
  effort: Effort,
  seed: number,
): VerificationPlan {
  const random = seededRandom(seed);
  const { forks, rounds, doses } = efforts[effort];
  const { warmUpMs, warmUpMostMs, batchMs, calm, keep } = policies[effort];
  return {
    path,
    places,
    tree,
    rows: planRows(places, tree),
    doses,
    forksAtFirst: forks,
    forks: Array.from({ length: 2 * forks }, (_, index) => ({ index, seed: Math.floor(random() * 2 ** 32) })),
    warmUpMs,
    warmUpMostMs,
    warmUpGoal,
    rounds,
    batchMs: batchMs / 2,
    calm,
    keep,
    waits: waits(tree),
  };
}
