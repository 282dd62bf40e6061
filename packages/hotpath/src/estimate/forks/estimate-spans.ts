import type { CleanRule } from '../batches/clean-rule.js';
import type { VariantEstimate } from '../batches/variant-estimate.js';
import type { WholeEstimate } from './estimate-whole.js';
import type { SpanEstimate } from './node-estimates.js';
import type { PathNumbers } from './path-numbers.js';

/** What a fork's spans are compared with. */
export interface SpanContext extends Pick<PathNumbers, 'clean' | 'wakingFactor'> {
  readonly whole: WholeEstimate;
  readonly rule: CleanRule;
}

/**
 * A node's spans, moved to where they would be if their variant had met the whole's luck: the regression estimator of survey
 * sampling (Cochran, Sampling Techniques, 3rd ed., chapter 7). On a path that waits, variants differ by what they happened to wait,
 * and forks by what waking takes; without this, a long row and the whole would be compared under different luck (docs/adr/0024).
 * The same moves a variant that had no calm batch where the whole had some (docs/adr/0023).
 */
export function spanAt(variant: VariantEstimate, node: number, context: SpanContext): SpanEstimate {
  const { raw, slope, calls, timedCalls } = variant.span(node);
  return {
    raw: raw + slope * (expectedWhole(variant, context) - variant.whole),
    calls,
    timedCalls,
    dilation: variant.whole / context.whole.unprobed,
    added: variant.whole - context.whole.pooled,
  };
}

/** An empty pair is two clock reads, and its interval is the time of about one. */
export const readsPerPair = 2;

/** The variant's whole at the luck of the clean whole, ns per operation. */
function expectedWhole(
  variant: VariantEstimate,
  { whole: { light, interval }, clean, wakingFactor, rule }: SpanContext,
): number {
  if (light.includes(variant)) return clean + variant.timedCalls * interval;
  if (variant.calm || rule.waits) return wakingFactor * variant.whole;
  return clean + variant.timedCalls * readsPerPair * interval;
}
