import type { ForkMeasurement, VariantMeasurement } from '../../model/measurement/measurement.js';
import type { Plan } from '../../model/measurement/plan.js';
import type { Variant } from '../../model/measurement/variant.js';

/** A measured variant with what its plan says of it. */
export interface PlannedVariant extends VariantMeasurement {
  readonly kind: Variant['kind'];
  /** Call-tree nodes of the places that it times, repeats or changes; none for variants of the whole path. */
  readonly nodes: readonly number[];
}

/** A fork's variants in the order in which they were loaded. */
export function plannedVariants(fork: ForkMeasurement, { forks, rows }: Plan): PlannedVariant[] {
  const planned = new Map((forks[fork.index]?.variants ?? []).map((variant) => [variant.id, variant]));
  return fork.variants.flatMap((measured) => {
    const variant = planned.get(measured.id);
    if (!variant) return [];
    const nodes = placesOf(variant).flatMap((place) =>
      rows.filter((row) => row.place === place).map(({ node }) => node),
    );
    return [{ ...measured, kind: variant.kind, nodes }];
  });
}

function placesOf(variant: Variant): readonly number[] {
  if ('places' in variant) return variant.places;
  return 'place' in variant ? [variant.place] : [];
}
