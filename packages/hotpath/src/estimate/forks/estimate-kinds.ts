import type { CleanRule } from '../batches/clean-rule.js';
import { estimateVariant, type VariantEstimate } from '../batches/variant-estimate.js';
import type { PlannedVariant } from './planned-variants.js';

/** A variant's estimate with the nodes that it times. */
export type TimedEstimate = VariantEstimate & Pick<PlannedVariant, 'nodes'>;

/** Estimates the variants of some kinds, in their order. */
export function estimateKinds(
  variants: readonly PlannedVariant[],
  kinds: readonly PlannedVariant['kind'][],
  operations: number,
  rule: CleanRule,
): TimedEstimate[] {
  return variants
    .filter(({ kind }) => kinds.includes(kind))
    .map((variant) => ({ ...estimateVariant(variant, operations, rule), nodes: variant.nodes }));
}
