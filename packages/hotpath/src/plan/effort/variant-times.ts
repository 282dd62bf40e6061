import type { SampledForkPlan, VariantTimes } from '../../model/measurement/plan.js';
import type { Policy } from '../../model/measurement/policy.js';

/** A path that waits has few variants and long operations: its times are this many times the policy's. */
const waiting = { warmUp: 2, measure: 2 } as const;

/** How long each variant of a timed fork is warmed up and measured. */
export function variantTimes(policy: Policy, waits: boolean): VariantTimes {
  const { warmUpMs, warmUpMostMs, measureMs, measureMostMs } = policy;
  return {
    warmUpMs,
    warmUpMostMs: (waits ? waiting.warmUp : 1) * warmUpMostMs,
    measureMs: (waits ? waiting.measure : 1) * measureMs,
    measureMostMs: (waits ? waiting.measure : 1) * measureMostMs,
  };
}

/** A sampled fork has one variant, which is warmed up for as long as several are in other forks. */
const longWarmUp = 6;

/** A fork in which the path is sampled. */
export function sampledFork(index: number, { warmUpMs, warmUpMostMs }: Policy): SampledForkPlan {
  return { index, warmUpMs: longWarmUp * warmUpMs, warmUpMostMs: longWarmUp * warmUpMostMs };
}
