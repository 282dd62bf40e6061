import type { VariantMeasurement } from '../model/measurement.js';
import { mean } from '../stats/summary.js';
import type { CleanRule } from './clean-batches.js';
import { estimateVariant } from './variant-estimate.js';

/** What a repeated place tells in one fork. */
export interface MarginalEstimate {
  /** Growth of the whole for each additional run, ns an operation. */
  readonly perRun: number;
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
  const [once, more] = [true, false].map((single) => {
    const own = batches.filter(({ repeats }) => (repeats === 0) === single);
    return estimateVariant({ id, batches: own }, operations, rule).whole;
  }) as [number, number];
  const repeats = mean(batches.map((batch) => batch.repeats).filter((times) => times > 0));
  return { perRun: (more - once) / repeats, repeats, shell: once - clean };
}
