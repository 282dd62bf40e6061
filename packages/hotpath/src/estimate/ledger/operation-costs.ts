import type {
  ForkMeasurement,
  Measurement,
  VariantMeasurement,
} from '../../model/measurement/measurement.js';
import type { OperationCost, ReplicateCost } from '../../model/path/operation.js';
import { meanInterval } from '../../stats/student-t.js';
import type { CleanRule } from '../batches/clean-batches.js';
import { collectionCost } from '../batches/collection-cost.js';
import { type GarbagePrices, garbagePrices } from '../batches/garbage-price.js';
import { estimateVariant } from '../batches/variant-estimate.js';
import { cleanRule } from '../forks/replicates.js';

/** The variant that stands for the path itself. */
const pathVariant = 'base';

/**
 * What the path and the operations beside it cost, in the order in which the specification names them; the path is the
 * first, and has no id. Each is measured in every replicate, in batches by turns with all others of its process.
 */
export function operationCosts(measurement: Measurement): OperationCost[] {
  const costs = replicateCosts(measurement);
  return measuredOperations(measurement).map(({ id, name }) => {
    const own = costs.filter((cost) => cost.id === id);
    return {
      id,
      name,
      time: meanInterval(own.map(({ ns }) => ns)),
      bytes: meanInterval(own.map(({ bytes }) => bytes).filter(Number.isFinite)),
    };
  });
}

/** The same replicate by replicate. */
export function replicateCosts(measurement: Measurement): ReplicateCost[] {
  const rule = cleanRule(measurement);
  const priceIn = garbagePrices(measurement, rule);
  return measuredOperations(measurement).flatMap(({ id, variant }) =>
    measurement.forks.flatMap((fork) => {
      const own = fork.variants.find((one) => one.id === variant);
      return own ? [{ id, replicate: fork.replicate, ...costIn(fork, own, rule, priceIn) }] : [];
    }),
  );
}

function measuredOperations({ plan }: Measurement): { id: string; name: string; variant: string }[] {
  const planned = new Set(plan.forks.flatMap(({ variants }) => variants.map(({ id }) => id)));
  const named = plan.path.operations
    .map(({ id, name }) => ({ id, name, variant: `operation-${id}` }))
    .filter(({ variant }) => planned.has(variant));
  return [{ id: '', name: plan.path.name, variant: pathVariant }, ...named];
}

/** What a variant's operation costs in one process. */
export function costIn(
  fork: ForkMeasurement,
  { id, batches }: VariantMeasurement,
  rule: CleanRule,
  priceIn: GarbagePrices,
): { readonly ns: number; readonly bytes: number } {
  const { whole } = estimateVariant({ id, batches }, fork.batchOperations, rule);
  const { collection, allocated } = collectionCost(fork, batches, priceIn, pricedBy(fork, id));
  return { ns: whole + collection - fork.driverNs, bytes: allocated };
}

/** Another path keeps what it keeps itself; operations of a specification are priced as its path is. */
function pricedBy({ alone }: ForkMeasurement, id: string): string {
  return alone.some((variant) => variant.id === id) ? id : pathVariant;
}
