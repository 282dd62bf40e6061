import type { StandingId } from '../../model/measurement/variant.js';

/** One value for each standing variant. */
export type Standing<T> = { readonly [Id in StandingId]: T };

interface Identified {
  readonly id: string;
}

/** The standing variants by id. Throws where one is missing: such a fork was not planned for rows. */
export function standingOf<T extends Identified>(variants: readonly T[]): Standing<T> {
  const find = (id: StandingId): T => variantOf(variants, id);
  return { base: find('base'), twin: find('twin'), timer: find('timer'), run: find('run') };
}

/** Base and twin, as far as a fork holds them, in the order in which they were loaded. */
export function unprobedOf<T extends Identified>(variants: readonly T[]): readonly T[] {
  return variants.filter(({ id }) => id === 'base' || id === 'twin');
}

/** The variant with this id. Throws where there is none. */
export function variantOf<T extends Identified>(variants: readonly T[], id: string): T {
  const found = variants.find((variant) => variant.id === id);
  if (!found) throw new Error(`a fork has no variant ${id}`);
  return found;
}
