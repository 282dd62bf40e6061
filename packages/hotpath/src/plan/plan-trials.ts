import type { CallTree } from '../model/call-tree.js';
import type { HotPath } from '../model/path.js';
import type { ForkPlan, Plan, Policy, Variant } from '../model/plan.js';
import type { Row, RowPlace } from '../model/row.js';
import { seededRandom, shuffled } from '../stats/random.js';
import { idlePlaces, planRows } from './plan-rows.js';

/** Most timed places in one fork. */
const placesPerFork = 20;

/**
 * Decides which forks run and which variants each holds: in every fork base, twin and timer, and the timed
 * places dealt out at random; a replicate has as many forks as its places need.
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
  };
}

function planForks(rows: readonly Row[], replicates: number, seed: number): ForkPlan[] {
  const random = seededRandom(seed);
  const timed = [...new Set(rows.map((row) => row.place))];
  const groups = Math.max(1, Math.ceil(timed.length / placesPerFork));
  const forks: ForkPlan[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    const dealt = shuffled(timed, random);
    for (let group = 0; group < groups; group++) {
      const own = dealt.filter((_, position) => position % groups === group);
      const variants = [...standing, ...own.map(spanVariant)];
      forks.push({ index: forks.length, replicate, seed: Math.floor(random() * 2 ** 32), variants });
    }
  }
  return forks;
}

const standing: readonly Variant[] = [
  { id: 'base', kind: 'base' },
  { id: 'twin', kind: 'twin' },
  { id: 'timer', kind: 'timer' },
];

function spanVariant(place: number): Variant {
  return { id: `span-${place}`, kind: 'span', place };
}
