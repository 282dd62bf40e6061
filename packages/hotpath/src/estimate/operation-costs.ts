import type { ForkMeasurement, Measurement, VariantMeasurement } from '../model/measurement.js';
import type { OperationCost } from '../model/operation.js';
import { meanInterval } from '../stats/student-t.js';
import type { CleanRule } from './clean-batches.js';
import { collectionCost } from './collection-cost.js';
import { cleanRule } from './replicates.js';
import { estimateVariant } from './variant-estimate.js';

/** The variant that stands for the path itself. */
const pathVariant = 'base';

/**
 * What the path and the operations beside it cost, in the order in which the specification names them; the path is the
 * first, and has no id. Each is measured in every replicate, in batches by turns with all others of its process.
 */
export function operationCosts(measurement: Measurement): OperationCost[] {
  const rule = cleanRule(measurement);
  const { path, forks } = measurement.plan;
  const planned = new Set(forks.flatMap(({ variants }) => variants.map(({ id }) => id)));
  const named = path.operations
    .map(({ id, name }) => ({ id, name, variant: `operation-${id}` }))
    .filter(({ variant }) => planned.has(variant));
  return [{ id: '', name: path.name, variant: pathVariant }, ...named].map(({ id, name, variant }) => {
    const found = measurement.forks.flatMap((fork) => {
      const own = fork.variants.find((one) => one.id === variant);
      return own ? [costIn(fork, own, rule)] : [];
    });
    return {
      id,
      name,
      time: meanInterval(found.map(({ ns }) => ns)),
      bytes: meanInterval(found.map(({ bytes }) => bytes).filter(Number.isFinite)),
    };
  });
}

function costIn(
  fork: ForkMeasurement,
  { id, batches }: VariantMeasurement,
  rule: CleanRule,
): { readonly ns: number; readonly bytes: number } {
  const { whole } = estimateVariant({ id, batches }, fork.batchOperations, rule);
  const { collection, allocated } = collectionCost(fork, batches, rule.calmNs);
  return { ns: whole + collection - fork.driverNs, bytes: allocated };
}
