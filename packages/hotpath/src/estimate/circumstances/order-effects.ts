import type { Measurement } from '../../model/measurement/measurement.js';
import type { OrderEffects } from '../../model/report/circumstances.js';
import { slopeInterval } from '../../stats/regression.js';
import { meanInterval } from '../../stats/student-t.js';
import { mean } from '../../stats/summary.js';
import type { CleanRule } from '../batches/clean-rule.js';
import { unprobedOf } from '../batches/standing-variants.js';
import { estimateVariant } from '../batches/variant-estimate.js';
import type { Replicate } from '../forks/replicates.js';

/** Whether the order of the copies in a fork, or of the replicates in the session, matters; shares of the clean whole. */
export function orderEffects(
  measurement: Measurement,
  replicates: readonly Replicate[],
  rule: CleanRule,
): OrderEffects {
  const loading = measurement.forks.map(({ variants, batchOperations }) => {
    const [first = Number.NaN, second = Number.NaN] = unprobedOf(variants).map(
      (variant) => estimateVariant(variant, batchOperations, rule).whole,
    );
    return (2 * (second - first)) / (first + second);
  });
  const clean = replicates.map(({ numbers }) => numbers.clean);
  const slope = slopeInterval([...clean.keys()], clean);
  const scale = (clean.length - 1) / mean(clean);
  return {
    loading: meanInterval(loading),
    drift: { mean: slope.mean * scale, low: slope.low * scale, high: slope.high * scale },
  };
}
