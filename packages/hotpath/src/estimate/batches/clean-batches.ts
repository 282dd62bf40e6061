import type { Batch } from '../../model/measurement/measurement.js';
import { isPreempted, lostShare } from '../../model/measurement/preemption.js';

/** What makes a batch fit to estimate from. */
export interface CleanRule {
  /** The yardstick's longest time, ns, in which the processor counts as calm. */
  readonly calmNs: number;
  /** Share of a variant's undisturbed batches, quickest first, that is kept. */
  readonly keep: number;
  /** Whether the path waits for something. */
  readonly waits: boolean;
}

/** Fewest batches of a kind that can stand for a variant; with fewer, the next best kind has to do. */
const fewest = 3;

/**
 * Fewest calm batches that can stand for one that does not wait: a single one tells more than any number of others
 * (docs/adr/0023). A batch of a path that waits holds few operations, and they differ.
 */
const fewestCalm = 1;

/** Fewer batches than these, or than this share of all, that were not pre-empted may be of another kind than all others. */
const fewestRunning = 8;
const runningShare = 0.2;

/**
 * The quickest `keep` of a variant's undisturbed batches: free of collections, not pre-empted, and run while the yardstick beside
 * them found the processor calm. A path that waits for another thread is pre-empted wherever the two share a processor, and may
 * then be quicker or slower: three batches with a processor of its own can stand for it.
 *
 * Noise on shared machines comes in modes, so disturbed batches are another machine state and not another cost of
 * the path; what they add is reported as interference. Batches, not operations, are selected: an operation that is
 * dear now and then stays in its batch's mean. Rows are averaged over the batches that the whole selects, which
 * keeps them additive.
 */
export function cleanBatches(batches: readonly Batch[], rule: CleanRule): readonly Batch[] {
  const free = orAll(batches, (batch) => batch.collections === 0);
  const calm = free.filter((batch) => isCalm(batch, rule));
  const enough = rule.waits ? Math.min(fewest, free.length) : fewestCalm;
  const pool = calm.length >= enough ? calm : least(free, (batch) => batch.yardstickNs);
  const quickest = [...runningOf(pool, rule)].sort((a, b) => a.wholeNs - b.wholeNs);
  return quickest.slice(0, Math.max(1, Math.round(quickest.length * rule.keep)));
}

/** Whether nothing that the instruments see disturbed a batch. */
export function isUndisturbed(batch: Batch, rule: CleanRule): boolean {
  return batch.collections === 0 && isCalm(batch, rule) && !isPreempted(batch);
}

/** Whether the machine was as it is at its best, whatever the path did. */
export function isCalm({ yardstickNs }: Batch, rule: Pick<CleanRule, 'calmNs'>): boolean {
  return yardstickNs <= rule.calmNs;
}

function runningOf(pool: readonly Batch[], { waits }: CleanRule): readonly Batch[] {
  const running = pool.filter((batch) => !isPreempted(batch));
  const enough = waits ? fewest : Math.max(fewestRunning, runningShare * pool.length);
  return running.length >= Math.min(enough, pool.length) ? running : least(pool, lostShare);
}

function orAll(batches: readonly Batch[], wanted: (batch: Batch) => boolean): readonly Batch[] {
  const found = batches.filter(wanted);
  return found.length >= Math.min(fewest, batches.length) ? found : batches;
}

/** Where all were disturbed: the quarter of the batches that was disturbed least. */
function least(batches: readonly Batch[], disturbance: (batch: Batch) => number): readonly Batch[] {
  const ranked = [...batches].sort((a, b) => disturbance(a) - disturbance(b));
  return ranked.slice(0, Math.max(fewest, Math.round(ranked.length / 4)));
}
