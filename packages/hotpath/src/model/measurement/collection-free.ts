import type { Batch } from './measurement.js';

/** Fewest batches of a kind that can stand for a variant. */
export const fewestBatches = 3;

/** Batches without a garbage collection inside. */
export function collectionFree(batches: readonly Batch[]): readonly Batch[] {
  return batches.filter(({ collections }) => collections === 0);
}

/**
 * Whether so few of a variant's batches are free of collections that all its batches have to stand for it. Its spans then contain
 * pauses.
 */
export function isBlurredByCollection(batches: readonly Batch[]): boolean {
  return collectionFree(batches).length < Math.min(fewestBatches, batches.length);
}
