import type { Batch, ForkMeasurement, Measurement } from '../../model/measurement/measurement.js';
import { mean } from '../../stats/summary.js';
import { bytesOfBatch, pausesOf, settlingBytesOf } from './batch-sums.js';
import { type CleanRule, cleanBatches } from './clean-batches.js';

/** ns of pauses for a byte that is allocated in a fork; `pricedBy` is the variant that is the path, `base` unless told. */
export type GarbagePrices = (fork: ForkMeasurement, pricedBy?: string) => number;

/** What was seen of a path that had a process, or several, of its own. */
interface Stretch {
  readonly pauses: number;
  /** ns of pauses for a byte allocated. */
  readonly price: number;
  /** ns for which the thread ran without pauses for a byte allocated; NaN where the system does not tell. */
  readonly pace: number;
}

/** With fewer pauses than these, a path that ran alone does not tell what its garbage costs. */
const fewestPauses = 3;

/**
 * The price of garbage in each replicate: that of its path alone, and where too few pauses struck that, of the path alone in
 * all replicates; where it never ran alone, that of all batches of the fork. A machine that is slow with memory makes
 * pauses longer, and by about as much what runs between them, which no yardstick tells. So a process tells what pauses take
 * as a share of the time for which the thread runs besides, and that is taken from the session's clean batches, as the whole
 * is (docs/adr/0018). Where the system does not tell the thread's time, a price is what was seen.
 */
export function garbagePrices({ forks }: Measurement, rule: CleanRule): GarbagePrices {
  const paths = new Map<string, PathAlone>();
  return (fork, pricedBy = 'base') => {
    const path = paths.get(pricedBy) ?? pathAlone(forks, pricedBy, rule);
    paths.set(pricedBy, path);
    const stretches = [path.inReplicate.get(fork.replicate), path.everywhere];
    const telling = stretches.find((stretch) => stretch && stretch.pauses >= fewestPauses);
    if (!telling) return priceTogether(fork, rule.calmNs);
    return Number.isNaN(telling.pace) ? telling.price : (telling.price / telling.pace) * path.cleanPace;
  };
}

/** A path in processes of its own, one in a replicate. */
interface PathAlone {
  readonly inReplicate: ReadonlyMap<number, Stretch>;
  readonly everywhere: Stretch;
  /** Of its clean batches in the whole session. */
  readonly cleanPace: number;
}

function pathAlone(forks: readonly ForkMeasurement[], path: string, rule: CleanRule): PathAlone {
  const own = forks.flatMap(({ replicate, alone }) =>
    alone.filter(({ id }) => id === path).map(({ batches }) => ({ replicate, batches })),
  );
  const batches = own.flatMap((each) => each.batches);
  const clean = cleanBatches(batches.flatMap(ranAndAllocated).map(ofOneByte), rule);
  return {
    inReplicate: new Map(own.map((each) => [each.replicate, stretchOf(each.batches)])),
    everywhere: stretchOf(batches),
    cleanPace: mean(clean.map(({ wholeNs }) => wholeNs)),
  };
}

function stretchOf(batches: readonly Batch[]): Stretch {
  const { count, ns } = pausesOf(batches);
  const known = batches.flatMap(ranAndAllocated);
  return {
    pauses: count,
    price: ns / allocatedIn(batches),
    pace: mean(known.map(({ ranNs }) => ranNs)) / mean(known.map(({ bytes }) => bytes)),
  };
}

/** A batch and its settling that no pause struck. */
interface Ran {
  readonly batch: Batch;
  readonly ranNs: number;
  readonly bytes: number;
}

/** None where a pause struck, or the system does not tell the thread's time. */
function ranAndAllocated(batch: Batch): Ran[] {
  const { ranNs, allocatedBytes, settlingBytes } = batch;
  const bytes = (allocatedBytes ?? Number.NaN) + (settlingBytes ?? Number.NaN);
  return ranNs !== null && bytes > 0 ? [{ batch, ranNs, bytes }] : [];
}

/** Batches of a path alone have many lengths: this makes them comparable. */
function ofOneByte({ batch, ranNs, bytes }: Ran): Batch {
  return { ...batch, wholeNs: ranNs / bytes, preemptedNs: batch.preemptedNs && batch.preemptedNs / bytes };
}

/** Pauses a byte of all batches, each as long as those while the processor was calm. */
function priceTogether({ variants }: ForkMeasurement, calmNs: number): number {
  const batches = variants.flatMap((variant) => variant.batches);
  const bytes = variants.reduce((sum, variant) => sum + allocatedIn(variant.batches), 0);
  const all = pausesOf(batches);
  const calm = pausesOf(batches.filter((batch) => batch.yardstickNs <= calmNs));
  const pauseNs = calm.count > 0 ? calm.ns / calm.count : all.ns / Math.max(1, all.count);
  return (all.count / bytes) * pauseNs;
}

/** In batches of one variant and in the settling behind them. */
function allocatedIn(batches: readonly Batch[]): number {
  return batches.length * (bytesOfBatch(batches) + settlingBytesOf(batches));
}
