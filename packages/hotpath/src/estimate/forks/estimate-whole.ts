import type { ForkMeasurement } from '../../model/measurement/measurement.js';
import { mean, quantile } from '../../stats/summary.js';
import type { CleanRule } from '../batches/clean-rule.js';
import { standingOf } from '../batches/standing-variants.js';
import { estimateVariant, type VariantEstimate } from '../batches/variant-estimate.js';

/** The unprobed path's whole in one fork; ns per operation unless noted. */
export interface WholeEstimate {
  /** From the batches of base and twin. */
  readonly unprobed: number;
  /** From the batches of base, twin and all light variants. */
  readonly pooled: number;
  /** Variants whose probe is negligible: they run the same path, so they all estimate the whole. */
  readonly light: readonly VariantEstimate[];
  /** Interval of an empty pair of clock reads, ns per pair. */
  readonly interval: number;
}

/** The whole by all variants with no probe or a negligible one. `timed` are the standing variants and those with spans. */
export function estimateWhole(
  fork: ForkMeasurement,
  timed: readonly VariantEstimate[],
  rule: CleanRule,
): WholeEstimate {
  const { base, twin, timer } = standingOf(timed);
  const unprobed = wholeOf([base, twin], fork, rule);
  const interval = rule.waits ? medianInterval(fork) : timer.span(0).raw / timer.timedCalls;
  const light = timed.filter((variant) => isLight(variant, interval, unprobed));
  const pooled = light.length === 0 ? unprobed : pooledWhole(fork, [base, twin, ...light], interval, rule);
  return { unprobed, pooled, light, interval };
}

function pooledWhole(
  fork: ForkMeasurement,
  variants: readonly VariantEstimate[],
  interval: number,
  rule: CleanRule,
): number {
  const probe = mean(variants.map((variant) => variant.timedCalls * interval));
  return wholeOf(variants, fork, rule) - probe;
}

/**
 * The whole of several variants, their batches chosen as if they were one variant's: where one of them had no calm batch,
 * the batches of the others stand for both.
 */
function wholeOf(variants: readonly VariantEstimate[], fork: ForkMeasurement, rule: CleanRule): number {
  const ids = variants.map((variant) => variant.id);
  const batches = fork.variants.filter(({ id }) => ids.includes(id)).flatMap((variant) => variant.batches);
  return estimateVariant({ id: 'pool', batches }, fork.batchOperations, rule).whole;
}

/**
 * Interval of an empty pair in the median batch, ns. A batch of a path that waits holds so few pairs that a single one, between
 * whose reads another guest had the processor, would dominate a mean.
 */
function medianInterval({ variants }: ForkMeasurement): number {
  const batches = variants.find(({ id }) => id === 'timer')?.batches ?? [];
  return quantile(
    batches.flatMap(({ spans }) => spans.map(({ sumNs, count }) => sumNs / count)),
    0.5,
  );
}

/** Up to this share of the whole, what a probe changes cannot be seen. */
const negligible = 0.01;

function isLight(variant: VariantEstimate, interval: number, whole: number): boolean {
  return variant.timedCalls > 0 && variant.timedCalls * interval <= negligible * whole;
}
