import type {
  ForkMeasurement,
  Measurement,
  VariantMeasurement,
} from '../../model/measurement/measurement.js';
import type { OperationCost, ReplicateCost } from '../../model/path/operation.js';
import { meanInterval } from '../../stats/student-t.js';
import { type Basis, basisOf } from '../batches/basis.js';
import { batchCost } from '../batches/batch-cost.js';

/** The variant that stands for the path itself. */
const pathVariant = 'base';

/**
 * What the path and the specification's other operations cost. The path comes first and has no id; the others follow in the order of
 * the specification. Each is measured in every replicate, in batches that alternate with those of all others in its process.
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

/** The same costs, one for each replicate. */
export function replicateCosts(measurement: Measurement): ReplicateCost[] {
  const basis = basisOf(measurement);
  return measuredOperations(measurement).flatMap(({ id, variant }) =>
    measurement.forks.flatMap((fork) => {
      const own = fork.variants.find((one) => one.id === variant);
      return own ? [{ id, replicate: fork.replicate, ...costIn(fork, own, basis) }] : [];
    }),
  );
}

interface MeasuredOperation {
  readonly id: string;
  readonly name: string;
  /** Id of the variant that runs it. */
  readonly variant: string;
}

function measuredOperations({ plan }: Measurement): MeasuredOperation[] {
  const planned = new Set(plan.forks.flatMap(({ variants }) => variants.map(({ id }) => id)));
  const named = plan.path.operations
    .map(({ id, name }) => ({ id, name, variant: `operation-${id}` }))
    .filter(({ variant }) => planned.has(variant));
  return [{ id: '', name: plan.path.name, variant: pathVariant }, ...named];
}

/** What a variant's operation costs in one fork, the measuring loop subtracted. */
export function costIn(
  fork: ForkMeasurement,
  { id, batches }: VariantMeasurement,
  basis: Basis,
): Pick<ReplicateCost, 'ns' | 'bytes'> {
  const { clean, collection, allocated } = batchCost(fork, batches, basis, pricedBy(fork, id));
  return { ns: clean + collection - fork.driverNs, bytes: allocated };
}

/** Another path keeps its own objects, so it has a price of its own; operations of a specification have the path's price. */
function pricedBy({ alone }: ForkMeasurement, id: string): string {
  return alone.some((variant) => variant.id === id) ? id : pathVariant;
}
