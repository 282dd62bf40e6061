import type { Batch, VariantMeasurement } from '../../model/measurement/measurement.js';
import { mean } from '../../stats/summary.js';
import { bytesOfBatch } from '../batches/batch-sums.js';
import type { CleanRule } from '../batches/clean-batches.js';
import { estimateVariant } from '../batches/variant-estimate.js';

/** What a repeated place tells in one fork. */
export interface MarginalEstimate {
  /** Growth of the whole for each additional run, ns an operation. */
  readonly perRun: number;
  /** Growth of the bytes allocated, an operation; NaN where every batch was struck by a collection. */
  readonly bytes: number;
  readonly repeats: number;
  /** The whole while the loop turns once, less the path without a loop, ns an operation. */
  readonly shell: number;
}

/** The slope between the batches in which a place ran once and those in which it ran more often. */
export function estimateMarginal(
  { id, batches }: VariantMeasurement,
  operations: number,
  clean: number,
  rule: CleanRule,
): MarginalEstimate {
  const single = batches.filter((batch) => batch.repeats === 0);
  const several = batches.filter((batch) => batch.repeats > 0);
  const whole = (own: readonly Batch[]): number =>
    estimateVariant({ id, batches: own }, operations, rule).whole;
  const repeats = mean(several.map((batch) => batch.repeats));
  const once = whole(single);
  return {
    perRun: (whole(several) - once) / repeats,
    bytes: (bytesOfBatch(several) - bytesOfBatch(single)) / repeats / operations,
    repeats,
    shell: once - clean,
  };
}
