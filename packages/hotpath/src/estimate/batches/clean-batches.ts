import {
  collectionFree,
  fewestBatches,
  isBlurredByCollection,
} from '../../model/measurement/collection-free.js';
import type { Batch } from '../../model/measurement/measurement.js';
import { isPreempted, lostShare } from '../../model/measurement/preemption.js';
import type { CleanRule } from './clean-rule.js';

/**
 * Fewest calm batches that can stand for a path that does not wait: a single calm batch says more than any number of others
 * (docs/adr/0023). A batch of a path that waits holds few operations, which differ, so `fewestBatches` are needed there.
 */
const fewestCalm = 1;

/** If fewer batches than this, or than this share of all, were not pre-empted, they may be of another kind than the others. */
const fewestRunning = 8;
const runningShare = 0.2;

/**
 * The batches that stand for a variant: the fastest `keep` of its clean ones (no collection, calm, not pre-empted). Where too few
 * are clean, the next best stand in:
 *
 * | condition | needed | otherwise |
 * |---|---|---|
 * | no collection | 3 | all batches |
 * | calm | 1; if the path waits, 3 | the quarter with the fastest yardstick, at least 3 |
 * | not pre-empted | max(8, 20 %); if the path waits, 3 | the quarter that lost least to other threads, at least 3 |
 *
 * A path that waits for another thread is pre-empted wherever the two share a processor, and may then be faster or slower: three
 * batches with a processor of its own can stand for it.
 *
 * Noise on shared machines comes in modes, so the other batches show another state of the machine, not another cost of the path.
 * What they add is reported as interference. Batches are selected, not operations: an operation that is sometimes expensive stays
 * in its batch's mean. Rows are averaged over the batches that the whole selects, which keeps them additive.
 */
export function cleanBatches(batches: readonly Batch[], rule: CleanRule): readonly Batch[] {
  const free = isBlurredByCollection(batches) ? batches : collectionFree(batches);
  const calm = free.filter((batch) => isCalm(batch, rule));
  const enough = rule.waits ? Math.min(fewestBatches, free.length) : fewestCalm;
  const pool = calm.length >= enough ? calm : leastDisturbed(free, (batch) => batch.yardstickNs);
  const fastest = [...runningOf(pool, rule)].sort((a, b) => a.wholeNs - b.wholeNs);
  return fastest.slice(0, Math.max(1, Math.round(fastest.length * rule.keep)));
}

/** Whether a batch is clean by itself: no collection, calm, not pre-empted. */
export function isClean(batch: Batch, rule: Pick<CleanRule, 'calmNs'>): boolean {
  return batch.collections === 0 && isCalm(batch, rule) && !isPreempted(batch);
}

/** Whether the processor was free and at full speed, by the yardstick around the batch, whatever the path did. */
export function isCalm({ yardstickNs }: Batch, { calmNs }: Pick<CleanRule, 'calmNs'>): boolean {
  return yardstickNs <= calmNs;
}

function runningOf(pool: readonly Batch[], { waits }: CleanRule): readonly Batch[] {
  const running = pool.filter((batch) => !isPreempted(batch));
  const enough = waits ? fewestBatches : Math.max(fewestRunning, runningShare * pool.length);
  return running.length >= Math.min(enough, pool.length) ? running : leastDisturbed(pool, lostShare);
}

function leastDisturbed(batches: readonly Batch[], disturbance: (batch: Batch) => number): readonly Batch[] {
  const ranked = [...batches].sort((a, b) => disturbance(a) - disturbance(b));
  return ranked.slice(0, Math.max(fewestBatches, Math.round(ranked.length / 4)));
}
