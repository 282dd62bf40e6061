import type { CallTree } from '../model/call-tree.js';
import type { HotPath } from '../model/path.js';
import type { ForkPlan, Plan, Policy, Variant } from '../model/plan.js';
import type { Row, RowPlace } from '../model/row.js';
import { seededRandom, shuffled } from '../stats/random.js';
import { idlePlaces, planRows } from './plan-rows.js';

/** Most variants in one fork, beside those that stand in every fork. */
const variantsPerFork = 30;

/**
 * Decides which forks run and which variants each holds: in every fork base, twin, timer and run, and the timed and
 * repeated places dealt out at random; a replicate has as many forks as its variants need.
 */
export function planTrials(
  path: HotPath,
  places: readonly RowPlace[],
  tree: CallTree,
  policy: Policy,
  seed: number,
): Plan {
  const rows = planRows(places, tree);
  return {
    path,
    places,
    rows,
    idle: idlePlaces(places, tree),
    async: tree.async,
    seed,
    policy,
    forks: planForks(rows, policy.replicates, seed),
    sampled: Array.from({ length: policy.sampledForks }, (_, index) => ({ index })),
  };
}

function planForks(rows: readonly Row[], replicates: number, seed: number): ForkPlan[] {
  const random = seededRandom(seed);
  const timed = [...new Set(rows.map((row) => row.place))];
  const repeated = rows.filter((row) => row.unrepeatable === null).map((row) => row.place);
  const rowVariants = [
    ...timed.map((place) => rowVariant('span', place)),
    ...repeated.map((place) => rowVariant('repeat', place)),
  ];
  const groups = Math.max(1, Math.ceil(rowVariants.length / variantsPerFork));
  const forks: ForkPlan[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    const dealt = shuffled(rowVariants, random);
    for (let group = 0; group < groups; group++) {
      const own = dealt.filter((_, position) => position % groups === group);
      const variants = [...standing, ...own];
      forks.push({ index: forks.length, replicate, seed: Math.floor(random() * 2 ** 32), variants });
    }
  }
  return forks;
}

const standing: readonly Variant[] = [
  { id: 'base', kind: 'base' },
  { id: 'twin', kind: 'twin' },
  { id: 'timer', kind: 'timer' },
  { id: 'run', kind: 'run' },
];

function rowVariant(kind: 'span' | 'repeat', place: number): Variant {
  return { id: `${kind}-${place}`, kind, place };
}
