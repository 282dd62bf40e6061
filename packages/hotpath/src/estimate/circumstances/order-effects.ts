import type { Measurement } from '../../model/measurement/measurement.js';
import type { OrderEffects } from '../../model/report/circumstances.js';
import { slopeInterval } from '../../stats/regression.js';
import { meanInterval } from '../../stats/student-t.js';
import { mean } from '../../stats/summary.js';
import { estimateVariant } from '../batches/variant-estimate.js';
import { cleanRule, type Replicate } from '../forks/replicates.js';

/** Whether it matters which copy of the path was loaded first, and which process ran first; shares of the clean whole. */
export function orderEffects(measurement: Measurement, replicates: readonly Replicate[]): OrderEffects {
  const rule = cleanRule(measurement);
  const loading = measurement.forks.map(({ variants, batchOperations }) => {
    const [first, second] = variants
      .filter(({ id }) => id === 'base' || id === 'twin')
      .map((variant) => estimateVariant(variant, batchOperations, rule).whole) as [number, number];
    return (2 * (second - first)) / (first + second);
  });
  const clean = replicates.map((replicate) => replicate.clean);
  const per = slopeInterval([...clean.keys()], clean);
  const scale = (clean.length - 1) / mean(clean);
  return {
    loading: meanInterval(loading),
    drift: { mean: per.mean * scale, low: per.low * scale, high: per.high * scale },
  };
}
