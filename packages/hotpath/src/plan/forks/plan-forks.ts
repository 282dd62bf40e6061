import type { ForkPlan } from '../../model/measurement/plan.js';
import type { Policy } from '../../model/measurement/policy.js';
import type { StandingVariant, Variant } from '../../model/measurement/variant.js';
import { seededRandom, shuffled } from '../../stats/random.js';
import { aloneTime } from '../effort/alone-time.js';

/** Most variants in one fork, not counting those that are in every fork. */
const variantsPerFork = 30;

/** The variants of a measurement by the replicates that have them. */
export interface PlannedVariants {
  /** In all replicates. */
  readonly always: readonly Variant[];
  /** In the policy's `experimentReplicates`. */
  readonly experiments: readonly Variant[];
  /** In the policy's `waitReplicates`. */
  readonly waiting: readonly Variant[];
}

/**
 * Deals the variants of each replicate at random to its forks, of which it has as many as its variants need. Every fork also
 * has the standing variants.
 */
export function planForks(variants: PlannedVariants, policy: Policy, seed: number): ForkPlan[] {
  const random = seededRandom(seed);
  const forks: ForkPlan[] = [];
  let logs = policy.codeLogForks;
  for (let replicate = 0; replicate < policy.replicates; replicate++) {
    for (const [group, own] of dealt(variantsOf(replicate, variants, policy), random).entries()) {
      const readsWaits = own.some(({ kind }) => kind === 'wait');
      // The cost of a log grows with the number of threads, of which these forks have most.
      const logsCode = !readsWaits && logs-- > 0;
      forks.push({
        index: forks.length,
        replicate,
        seed: Math.floor(random() * 2 ** 32),
        logsCode,
        aloneMs: group === 0 ? aloneTime(replicate, policy) : 0,
        variants: [...standing, ...own, ...(readsWaits ? [waitTimer] : [])],
      });
    }
  }
  return forks;
}

const standing: readonly StandingVariant[] = [
  { id: 'base', kind: 'base' },
  { id: 'twin', kind: 'twin' },
  { id: 'timer', kind: 'timer' },
  { id: 'run', kind: 'run' },
];

const waitTimer: Variant = { id: 'wait-timer', kind: 'wait-timer' };

function variantsOf(
  replicate: number,
  { always, experiments, waiting }: PlannedVariants,
  { experimentReplicates, waitReplicates }: Policy,
): Variant[] {
  return [
    ...always,
    ...(replicate < experimentReplicates ? experiments : []),
    ...(replicate < waitReplicates ? waiting : []),
  ];
}

/** Variants in random order, dealt to as few forks as can hold them; one fork where there are none. */
function dealt(variants: readonly Variant[], random: () => number): Variant[][] {
  const forks = Math.max(1, Math.ceil(variants.length / variantsPerFork));
  const order = shuffled(variants, random);
  return Array.from({ length: forks }, (_, fork) => order.filter((_, position) => position % forks === fork));
}
