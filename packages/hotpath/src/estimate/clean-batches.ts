import type { Batch } from '../model/measurement.js';

/** What makes a batch fit to estimate from. */
export interface CleanRule {
  /** The yardstick's longest time, ns, in which the processor counts as calm. */
  readonly calmNs: number;
  /** Share of a variant's undisturbed batches, quickest first, that is kept. */
  readonly keep: number;
}

/** Fewest batches of a kind that can stand for a variant; with fewer, the next best kind has to do. */
const fewest = 8;

/** A batch that lost more than this share of its time to other threads counts as pre-empted. */
const preemptedShare = 0.02;

/**
 * The quickest `keep` of a variant's undisturbed batches: free of collections, run while the yardstick beside them
 * found the processor calm, and not pre-empted. A path that waits is woken in every batch and then often finds the
 * processor taken: where most batches count as pre-empted, that is the path's own condition and excludes none.
 *
 * Noise on shared machines comes in modes, so disturbed batches are another machine state and not another cost of
 * the path; what they add is reported as interference. Batches, not operations, are selected: an operation that is
 * dear now and then stays in its batch's mean. Rows are averaged over the batches that the whole selects, which
 * keeps them additive.
 */
export function cleanBatches(batches: readonly Batch[], { calmNs, keep }: CleanRule): readonly Batch[] {
  const free = orAll(batches, (batch) => batch.collections === 0);
  const calm = free.filter((batch) => batch.yardstickNs <= calmNs);
  const pool = calm.length >= Math.min(fewest, free.length) ? calm : calmest(free);
  const running = pool.filter(isRunning);
  const quickest = [...(2 * running.length >= pool.length ? running : pool)].sort(
    (a, b) => a.wholeNs - b.wholeNs,
  );
  return quickest.slice(0, Math.max(1, Math.round(quickest.length * keep)));
}

/** Whether nothing that the instruments see disturbed a batch. */
export function isUndisturbed(batch: Batch, { calmNs }: CleanRule): boolean {
  return batch.collections === 0 && batch.yardstickNs <= calmNs && isRunning(batch);
}

function isRunning({ preemptedNs, wholeNs }: Batch): boolean {
  return (preemptedNs ?? 0) <= preemptedShare * wholeNs;
}

function orAll(batches: readonly Batch[], wanted: (batch: Batch) => boolean): readonly Batch[] {
  const found = batches.filter(wanted);
  return found.length >= Math.min(fewest, batches.length) ? found : batches;
}

/** Where the processor was never calm: the quarter of the batches in which it was calmest. */
function calmest(batches: readonly Batch[]): readonly Batch[] {
  const ranked = [...batches].sort((a, b) => a.yardstickNs - b.yardstickNs);
  return ranked.slice(0, Math.max(fewest, Math.round(ranked.length / 4)));
}
