import type { Dose, VerificationPlan } from '../../model/measurement/verification.js';
import { waitsInTrace } from '../../model/path/waits-in-trace.js';
import { seededRandom } from '../../stats/random.js';
import { type Effort, policies } from '../effort/policy.js';
import type { FoundPath } from './found-path.js';
import { idlePlaces, planRows } from './plan-rows.js';

const delay = (ns: number): Dose => ({ kind: 'delay', ns });
const others: readonly Dose[] = [
  { kind: 'wait', ms: 0.2 },
  // A batch must allocate well below V8's smallest young generation, 1 MB, or every batch has a collection.
  { kind: 'allocation', objects: 20 },
];

const efforts: Readonly<Record<Effort, { forks: number; rounds: number; doses: readonly Dose[] }>> = {
  quick: { forks: 5, rounds: 24, doses: [delay(50), delay(1000), ...others] },
  default: { forks: 10, rounds: 32, doses: [delay(50), delay(200), delay(1000), delay(10_000), ...others] },
};

/**
 * Every fork gives every dose to every row that ran. The second half of the forks runs only if the first leaves something
 * unsure: two looks at most, because more looks would find a pass or a failure by chance.
 */
export function planVerification(
  { path, places, foldMarks, tree, warmUpGoal, keepsAwake }: FoundPath,
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
    idle: idlePlaces(places, tree),
    foldMarks,
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
    waits: waitsInTrace(tree),
    keepsAwake: waitsInTrace(tree) && keepsAwake,
  };
}
