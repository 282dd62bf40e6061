import type { Batch, ForkMeasurement, Measurement } from '../../model/measurement/measurement.js';
import { preemptedShare } from '../../model/measurement/preemption.js';
import { mean } from '../../stats/summary.js';
import { bytesOfBatch, pausesOf, settlingBytesOf } from './batch-sums.js';
import { cleanBatches, isCalm } from './clean-batches.js';
import type { CleanRule } from './clean-rule.js';

/** ns of pauses per byte allocated in a fork. `pricedBy` is the variant whose price it is, by default `base`. */
export type GarbagePrices = (fork: ForkMeasurement, pricedBy?: string) => number;

/** What was measured of a path in one or more forks of its own. */
interface Stretch {
  readonly pauses: number;
  /** ns of pauses per byte allocated. */
  readonly price: number;
  /** ns for which the thread ran, pauses excluded, per byte allocated; NaN where the system does not report it. */
  readonly pace: number;
}

/** Fewest pauses of a path alone that determine what its garbage costs. */
const fewestPauses = 3;

/**
 * The price of garbage in each replicate, from the first of these that has at least 3 pauses:
 *
 * 1. the path alone, in this replicate
 * 2. the path alone, in all replicates
 * 3. all batches of the fork
 *
 * On a machine whose memory is slow at the moment, pauses are longer, and the code between them is slower by about as much, which
 * the yardstick does not show. So pauses count as a share of the time for which the thread runs otherwise, and that time is taken
 * from the session's clean batches, like the whole (docs/adr/0018). Where the system does not report the thread's time, the price
 * is used as measured.
 */
export function garbagePrices({ forks }: Measurement, rule: CleanRule): GarbagePrices {
  const paths = new Map<string, PathAlone>();
  return (fork, pricedBy = 'base') => {
    const path = paths.get(pricedBy) ?? pathAlone(forks, pricedBy, rule);
    paths.set(pricedBy, path);
    const stretches = [path.inReplicate.get(fork.replicate), path.everywhere];
    const known = stretches.find((stretch) => stretch && stretch.pauses >= fewestPauses);
    if (!known) return priceTogether(fork, rule);
    return Number.isNaN(known.pace) ? known.price : (known.price / known.pace) * path.cleanPace;
  };
}

/** A path in forks of its own, one per replicate. */
interface PathAlone {
  readonly inReplicate: ReadonlyMap<number, Stretch>;
  readonly everywhere: Stretch;
  /** Pace of its clean batches in the whole session. */
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
  const { count } = pausesOf(batches);
  const own = pausesOf(withOwnPauses(batches));
  const known = batches.flatMap(ranAndAllocated);
  return {
    pauses: count,
    price: (count * (own.ns / Math.max(1, own.count))) / allocatedIn(batches),
    pace: mean(known.map(({ ranNs }) => ranNs)) / mean(known.map(({ bytes }) => bytes)),
  };
}

/**
 * The batches whose pauses show how long a pause is: those that lost none of it to another thread. A pause of a thread without a
 * processor lasts for the other thread's turn, which is not what garbage costs. Where too few lost nothing, the quarter that lost
 * least stands in.
 */
function withOwnPauses(batches: readonly Batch[]): readonly Batch[] {
  const struck = batches.filter((batch) => batch.collections + batch.settlingCollections > 0);
  const own = struck.filter((batch) => lostInPauses(batch) <= preemptedShare);
  if (own.length >= Math.min(fewestPauses, struck.length)) return own;
  const ranked = [...struck].sort((a, b) => lostInPauses(a) - lostInPauses(b));
  return ranked.slice(0, Math.max(fewestPauses, Math.round(ranked.length / 4)));
}

/** Time that other threads took from a batch and its settling, as a share of its pauses. */
function lostInPauses(batch: Batch): number {
  const lost = (batch.preemptedNs ?? 0) + (batch.settlingPreemptedNs ?? 0);
  return lost / (batch.collectionNs + batch.settlingCollectionNs);
}

/** A batch with its settling, neither with a pause. */
interface Ran {
  readonly batch: Batch;
  readonly ranNs: number;
  readonly bytes: number;
}

/** Empty where there was a pause, or the system does not report the thread's time. */
function ranAndAllocated(batch: Batch): Ran[] {
  const { ranNs, allocatedBytes, settlingBytes } = batch;
  const bytes = (allocatedBytes ?? Number.NaN) + (settlingBytes ?? Number.NaN);
  return ranNs !== null && bytes > 0 ? [{ batch, ranNs, bytes }] : [];
}

/** Batches of a path alone differ in length: per byte they can be compared. */
function ofOneByte({ batch, ranNs, bytes }: Ran): Batch {
  return { ...batch, wholeNs: ranNs / bytes, preemptedNs: batch.preemptedNs && batch.preemptedNs / bytes };
}

/** Pauses per byte in all batches, each counted with the mean length of those in calm batches. */
function priceTogether({ variants }: ForkMeasurement, rule: CleanRule): number {
  const batches = variants.flatMap((variant) => variant.batches);
  const bytes = variants.reduce((sum, variant) => sum + allocatedIn(variant.batches), 0);
  const all = pausesOf(batches);
  const calm = pausesOf(batches.filter((batch) => isCalm(batch, rule)));
  const pauseNs = calm.count > 0 ? calm.ns / calm.count : all.ns / Math.max(1, all.count);
  return (all.count / bytes) * pauseNs;
}

/** Bytes allocated in the batches of one variant and in the settling after them. */
function allocatedIn(batches: readonly Batch[]): number {
  return batches.length * (bytesOfBatch(batches) + settlingBytesOf(batches));
}
