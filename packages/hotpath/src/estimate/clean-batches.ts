import type { Batch } from '../model/measurement.js';

/** Fewest batches free of collection that can stand for a variant; with fewer, all have to do. */
const fewest = 8;

/** A batch that lost more than this share of its time to other threads counts as pre-empted. */
const preemptedShare = 0.02;

/**
 * The quickest `keep` of a variant's undisturbed batches: those without a collection and without pre-emption.
 * A path that waits is woken in every batch and then often finds the processor taken: where most batches count as
 * pre-empted, that is the path's own condition and excludes none.
 *
 * Noise on shared machines comes in modes, so the slower batches are another machine state and not another
 * cost of the path; what they add is reported as interference. Batches, not operations, are selected: an
 * operation that is dear now and then stays in its batch's mean. Rows are averaged over the batches that the
 * whole selects, which keeps them additive.
 */
export function cleanBatches(batches: readonly Batch[], keep: number): readonly Batch[] {
  const free = batches.filter((batch) => batch.collections === 0);
  const pool = free.length >= Math.min(fewest, batches.length) ? free : batches;
  const calm = pool.filter((batch) => (batch.preemptedNs ?? 0) <= preemptedShare * batch.wholeNs);
  const quickest = [...(2 * calm.length >= pool.length ? calm : pool)].sort((a, b) => a.wholeNs - b.wholeNs);
  return quickest.slice(0, Math.max(1, Math.round(quickest.length * keep)));
}
