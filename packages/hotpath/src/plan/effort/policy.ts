import type { Policy } from '../../model/measurement/policy.js';

export type Effort = Policy['effort'];

const common = {
  version: 12,
  clock: 'process.hrtime',
  calm: 1.04,
  keep: 0.5,
  sampleIntervalUs: 250,
  aloneReplicates: null,
  target: null,
  limitMs: null,
  confidence: 0.95,
} as const;

/** How much of a path is measured at each effort; the evidence is in docs/method/effort.md. */
export const policies: Readonly<Record<Effort, Policy>> = {
  quick: {
    ...common,
    effort: 'quick',
    replicates: 5,
    warmUpMs: 20,
    warmUpMostMs: 100,
    measureMs: 20,
    measureMostMs: 40,
    aloneMs: 400,
    batchMs: 0.5,
    codeLogForks: 1,
    waitReplicates: 1,
    experimentReplicates: 4,
    sampledForks: 1,
    sampleMs: 500,
  },
  default: {
    ...common,
    effort: 'default',
    replicates: 10,
    warmUpMs: 35,
    warmUpMostMs: 350,
    measureMs: 50,
    measureMostMs: 150,
    aloneMs: 1000,
    batchMs: 0.5,
    codeLogForks: 5,
    waitReplicates: 3,
    experimentReplicates: 6,
    sampledForks: 2,
    sampleMs: 1000,
  },
};

/** How much of operations without rows is measured in each fork: docs/method/cost-studies.md. */
export const costPolicies: Readonly<Record<Effort, Policy>> = {
  quick: {
    ...policies.quick,
    ...experiments(),
    replicates: 3,
    warmUpMs: 4,
    warmUpMostMs: 40,
    measureMs: 6,
    measureMostMs: 9,
  },
  default: {
    ...policies.default,
    ...experiments(),
    replicates: 5,
    warmUpMs: 8,
    warmUpMostMs: 80,
    measureMs: 12,
    measureMostMs: 18,
  },
};

/** Errors are measured under many circumstances, each in forks of its own, so a replicate takes 15 s. */
export const errorPolicies: Readonly<Record<Effort, Policy>> = {
  ...costPolicies,
  default: { ...costPolicies.quick, effort: 'default' },
};

/** A comparison has few variants, each in every fork, and time to measure them for longer. Eight replicates are the fewest for a useful test of ranks. */
export const comparisonPolicies: Readonly<Record<Effort, Policy>> = {
  quick: {
    ...policies.quick,
    codeLogForks: 0,
    sampledForks: 0,
    replicates: 8,
    warmUpMostMs: 200,
    measureMs: 60,
    measureMostMs: 200,
    aloneMs: 150,
    aloneReplicates: 3,
  },
  default: {
    ...policies.default,
    codeLogForks: 0,
    sampledForks: 0,
    replicates: 12,
    measureMs: 120,
    measureMostMs: 400,
    aloneMs: 400,
    aloneReplicates: 6,
  },
};

/**
 * Batches are shorter than a path's, because the most expensive operation of a fork takes a hundred times as long as the
 * median one. Operations keep no objects that others would have to collect, so none has to run alone.
 */
function experiments(): Pick<
  Policy,
  'aloneMs' | 'batchMs' | 'codeLogForks' | 'waitReplicates' | 'sampledForks'
> {
  return { aloneMs: 0, batchMs: 0.2, codeLogForks: 0, waitReplicates: 0, sampledForks: 0 };
}

/**
 * The fewest processes that give a ledger with intervals: two replicates, and no process for garbage, V8's log or samples.
 * No option gives it: it is for tests, of what is measured and of ratios within a fifth.
 */
export function briefPolicy(policy: Policy): Policy {
  return { ...policy, replicates: 2, aloneMs: 0, codeLogForks: 0, sampledForks: 0 };
}
