import type { WarmUpGoal } from '../model/measurement/pilot.js';
import type { ForkPlan, Plan, Policy, Variant } from '../model/measurement/plan.js';
import type { CallTree } from '../model/path/call-tree.js';
import type { NamedOperation } from '../model/path/operation.js';
import type { HotPath } from '../model/path/path.js';
import type { PlacedReplacement } from '../model/path/replacement.js';
import type { Row, RowPlace } from '../model/path/row.js';
import { waits } from '../model/report/waiting.js';
import { seededRandom, shuffled } from '../stats/random.js';
import { aloneTime } from './alone-time.js';
import { idlePlaces, planRows } from './plan-rows.js';
import { groupTimed } from './timed-groups.js';

/** What is measured beside rows. */
export interface Experiments {
  readonly operations?: readonly NamedOperation[];
  /** Whether the path is measured without its rows, one at a time. */
  readonly skips?: boolean;
  /** Code that is tried in regions' places. */
  readonly replacements?: readonly PlacedReplacement[];
}

/** Most variants in one fork, beside those that stand in every fork. */
const variantsPerFork = 30;

/**
 * Decides which forks run and which variants each holds: in every fork base, twin, timer and run, and the timed and
 * repeated places dealt out at random; a replicate has as many forks as its variants need. Where the path waits, each
 * place's time off the processor is measured too.
 */
export function planTrials(
  path: HotPath,
  places: readonly RowPlace[],
  tree: CallTree,
  warmUpGoal: WarmUpGoal,
  policy: Policy,
  seed: number,
  { operations = [], skips = false, replacements = [] }: Experiments = {},
): Plan {
  const rows = planRows(places, tree);
  return {
    path,
    places,
    rows,
    idle: idlePlaces(places, tree),
    async: tree.async,
    concurrent: tree.concurrent,
    waits: waits(tree),
    warmUpGoal,
    seed,
    policy,
    forks: planForks(
      rowVariants(rows, tree),
      [
        ...operations.map(operationVariant),
        ...(skips ? skipVariants(rows, places) : []),
        ...replacements.map((one, index): Variant => ({ id: `replace-${index}`, kind: 'replace', ...one })),
      ],
      waitVariants(rows, tree),
      policy,
      seed,
    ),
    sampled: Array.from({ length: policy.sampledForks }, (_, index) => ({ index })),
  };
}

function rowVariants(rows: readonly Row[], tree: CallTree): Variant[] {
  const timed = [...new Set(rows.map((row) => row.place))];
  const repeated = rows.filter((row) => row.unrepeatable === null).map((row) => row.place);
  return [
    ...groupTimed(timed, tree).map((group) => timedVariant('span', group)),
    ...repeated.map((place) => rowVariant('repeat', place)),
  ];
}

/** Overlapping executions are timed while they run, and tell what they waited themselves. */
function waitVariants(rows: readonly Row[], tree: CallTree): Variant[] {
  if (!waits(tree) || tree.concurrent) return [];
  const places = [...new Set(rows.map((row) => row.place))];
  const asked = places.filter((place) => !tree.recursive.includes(place));
  return groupTimed(asked, tree).map((group) => timedVariant('wait', group));
}

function planForks(
  always: readonly Variant[],
  experiments: readonly Variant[],
  waiting: readonly Variant[],
  policy: Policy,
  seed: number,
): ForkPlan[] {
  const { replicates, waitReplicates, experimentReplicates, codeLogForks } = policy;
  const random = seededRandom(seed);
  const forks: ForkPlan[] = [];
  let logs = codeLogForks;
  for (let replicate = 0; replicate < replicates; replicate++) {
    const variants = [
      ...always,
      ...(replicate < experimentReplicates ? experiments : []),
      ...(replicate < waitReplicates ? waiting : []),
    ];
    const groups = Math.max(1, Math.ceil(variants.length / variantsPerFork));
    const dealt = shuffled(variants, random);
    for (let group = 0; group < groups; group++) {
      const own = dealt.filter((_, position) => position % groups === group);
      const asksWaits = own.some(({ kind }) => kind === 'wait');
      if (asksWaits) own.push({ id: 'wait-timer', kind: 'wait-timer' });
      // A log takes a process the longer the more threads it has.
      const logsCode = !asksWaits && logs-- > 0;
      const seedOfFork = Math.floor(random() * 2 ** 32);
      forks.push({
        index: forks.length,
        replicate,
        seed: seedOfFork,
        logsCode,
        aloneMs: group === 0 ? aloneTime(replicate, policy) : 0,
        variants: [...standing, ...own],
      });
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

function operationVariant({ id }: NamedOperation): Variant {
  return { id: `operation-${id}`, kind: 'operation', operation: id };
}

function skipVariants(rows: readonly Row[], places: readonly RowPlace[]): Variant[] {
  const all = [...new Set(rows.map((row) => row.place))];
  return all.filter((place) => places[place]?.unskippable === null).map((place) => rowVariant('skip', place));
}

function timedVariant(kind: 'span' | 'wait', places: readonly number[]): Variant {
  return { id: `${kind}-${places.join('-')}`, kind, places };
}

function rowVariant(kind: 'repeat' | 'skip', place: number): Variant {
  return { id: `${kind}-${place}`, kind, place };
}
