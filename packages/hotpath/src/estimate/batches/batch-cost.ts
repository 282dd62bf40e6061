import type { Batch, ForkMeasurement } from '../../model/measurement/measurement.js';
import type { Basis } from './basis.js';
import { collectionCost } from './collection-cost.js';
import { estimateVariant } from './variant-estimate.js';

/** What one operation costs in some batches of a fork. */
export interface BatchCost {
  /** Clean time, ns. */
  readonly clean: number;
  /** Garbage collection, ns. */
  readonly collection: number;
  /** Bytes allocated; NaN where every batch had a collection. */
  readonly allocated: number;
}

/** `pricedBy` is the variant whose price of garbage applies, by default `base`. */
export function batchCost(
  fork: ForkMeasurement,
  batches: readonly Batch[],
  { rule, priceIn }: Basis,
  pricedBy?: string,
): BatchCost {
  const { whole } = estimateVariant({ id: 'chosen', batches }, fork.batchOperations, rule);
  return { clean: whole, ...collectionCost(fork, batches, priceIn, pricedBy) };
}
