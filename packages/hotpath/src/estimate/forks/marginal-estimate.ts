import type { Batch } from '../../model/measurement/measurement.js';
import { leftOut } from '../../model/measurement/variant.js';
import { mean } from '../../stats/summary.js';
import { bytesOfBatch } from '../batches/batch-sums.js';
import type { CleanRule } from '../batches/clean-rule.js';
import { estimateVariant } from '../batches/variant-estimate.js';
import type { PlannedVariant } from './planned-variants.js';

/** What a place that is repeated or left out shows in one fork. */
export interface MarginalEstimate {
  /** Growth of the whole per extra run, or what leaving it out saves; ns per operation. */
  readonly perRun: number;
  /** The same of the bytes allocated, per operation; NaN where every batch had a collection. */
  readonly bytes: number;
  /** Mean number of extra runs; -1 where the place is left out. */
  readonly repeats: number;
  /** The whole of the changed copy while the place runs once, minus the path as it is, ns per operation. */
  readonly shell: number;
}

/** The marginal cost of every place that is repeated or, where it is not, left out; by call-tree node. */
export function estimateMarginals(
  variants: readonly PlannedVariant[],
  operations: number,
  clean: number,
  rule: CleanRule,
): Map<number, MarginalEstimate> {
  const whole = (id: string, batches: readonly Batch[]): number =>
    estimateVariant({ id, batches }, operations, rule).whole;
  const all = (kind: PlannedVariant['kind'], estimate: (variant: PlannedVariant) => MarginalEstimate[]) =>
    variants
      .filter((variant) => variant.kind === kind)
      .flatMap((variant) =>
        variant.nodes.flatMap((node) => estimate(variant).map((one) => [node, one] as const)),
      );
  const context = { operations, clean, whole };
  return new Map([
    ...all('skip', (variant) => savedByLeavingOut(variant, context)),
    ...all('repeat', (variant) => [growthPerRun(variant, context)]),
  ]);
}

interface Context {
  readonly operations: number;
  readonly clean: number;
  readonly whole: (id: string, batches: readonly Batch[]) => number;
}

/** The slope between the batches in which a place ran once and those in which it ran more often. */
function growthPerRun(
  { id, batches }: PlannedVariant,
  { operations, clean, whole }: Context,
): MarginalEstimate {
  const single = batches.filter((batch) => batch.repeats === 0);
  const several = batches.filter((batch) => batch.repeats > 0);
  const repeats = mean(several.map((batch) => batch.repeats));
  const once = whole(id, single);
  return {
    perRun: (whole(id, several) - once) / repeats,
    bytes: (bytesOfBatch(several) - bytesOfBatch(single)) / repeats / operations,
    repeats,
    shell: once - clean,
  };
}

/**
 * The path as it is without the batches in which a place is left out; empty where it never was. The copy with the place is not the
 * reference, because it also keeps the values that the place gives.
 */
function savedByLeavingOut(
  { id, batches }: PlannedVariant,
  { operations, clean, whole }: Context,
): MarginalEstimate[] {
  const without = batches.filter((batch) => batch.repeats === leftOut);
  if (without.length === 0) return [];
  const single = batches.filter((batch) => batch.repeats === 0);
  return [
    {
      perRun: clean - whole(id, without),
      bytes: (bytesOfBatch(single) - bytesOfBatch(without)) / operations,
      repeats: -1,
      shell: whole(id, single) - clean,
    },
  ];
}
