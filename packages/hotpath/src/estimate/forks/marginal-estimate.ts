import type { Batch } from '../../model/measurement/measurement.js';
import { mean } from '../../stats/summary.js';
import { bytesOfBatch } from '../batches/batch-sums.js';
import type { CleanRule } from '../batches/clean-rule.js';
import { estimateVariant } from '../batches/variant-estimate.js';
import type { PlannedVariant } from './planned-variants.js';

/** What a repeated place shows in one fork. */
export interface MarginalEstimate {
  /** Growth of the whole per extra run, ns per operation. */
  readonly perRun: number;
  /** Growth of the bytes allocated per extra run, per operation; NaN where every batch had a collection. */
  readonly bytes: number;
  /** Mean number of extra runs. */
  readonly repeats: number;
  /** The whole while the loop turns once minus the path without a loop, ns per operation. */
  readonly shell: number;
}

/** The marginal cost of every repeated place, by call-tree node. */
export function estimateMarginals(
  variants: readonly PlannedVariant[],
  operations: number,
  clean: number,
  rule: CleanRule,
): Map<number, MarginalEstimate> {
  const repeated = variants.filter(({ kind }) => kind === 'repeat');
  return new Map(
    repeated.flatMap((variant) => {
      const marginal = estimateMarginal(variant, operations, clean, rule);
      return variant.nodes.map((node) => [node, marginal] as const);
    }),
  );
}

/** The slope between the batches in which a place ran once and those in which it ran more often. */
function estimateMarginal(
  { id, batches }: PlannedVariant,
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
