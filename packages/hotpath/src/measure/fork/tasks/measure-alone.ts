import type { VariantMeasurement } from '../../../model/measurement/measurement.js';
import { quantile } from '../../../stats/summary.js';
import { createInstruments, measureBatch, type RawBatch, withAllPauses } from '../batches/batch.js';
import type { Trial } from '../batches/warm-up.js';
import { type Collection, now, watchCollections } from '../processor/disturbances.js';
import { createProcessorClock } from '../processor/processor-clock.js';

/** This share of the time passes first: what setting up and warming up kept is collected, and counts for nobody. */
const clearing = 0.25;

/**
 * Operations allocate so much between two times of settling, bytes. What waits to be settled is alive, and a pause takes
 * as long as that is much: docs/adr/0017.
 */
const settledBytes = 2 ** 18;

/**
 * Runs the untouched path, and each other path, for a while without any others between its batches. Where the batches of
 * so many `operations` that `trials` has seen allocate more than is settled at a time, these are shorter.
 */
export async function measureAlone(
  trials: ReadonlyMap<Trial, readonly RawBatch[]>,
  operations: number,
  aloneMs: number,
  random: () => number,
  alive: (done: number) => void,
): Promise<Alone> {
  const variants: VariantMeasurement[] = [];
  let pauses: readonly Collection[] = [];
  if (aloneMs === 0) return { variants, pauses };
  const instruments = createInstruments({ processor: createProcessorClock() });
  for (const [trial, before] of trials) {
    if (!isPath(trial)) continue;
    const few = operationsBetweenSettling(before, operations);
    const collections = watchCollections();
    const batches: RawBatch[] = [];
    const start = now();
    for (let spent = 0; spent < aloneMs; spent = now() - start) {
      const batch = await measureBatch(trial, about(few, random), instruments);
      if (spent >= clearing * aloneMs) batches.push(batch);
      alive(1);
    }
    const seen = await collections.stop();
    variants.push(withAllPauses(trial.candidate.variant.id, batches, seen));
    const fromMs = batches[0]?.startMs ?? Number.POSITIVE_INFINITY;
    if (trial.candidate.variant.kind === 'base') pauses = seen.filter((pause) => pause.start >= fromMs);
  }
  return { variants, pauses };
}

/** What was seen of paths that ran alone. */
interface Alone {
  readonly variants: readonly VariantMeasurement[];
  /** Of the untouched path. */
  readonly pauses: readonly Collection[];
}

/** A collection makes the growth of a batch less than nothing; the middle one is of those without. */
function operationsBetweenSettling(batches: readonly RawBatch[], operations: number): number {
  const grown = batches.map(({ grownBytes }) => grownBytes).filter((bytes) => bytes > 0);
  if (grown.length === 0) return operations;
  const bytes = quantile(grown, 0.5) / operations;
  return Math.max(1, Math.min(operations, Math.round(settledBytes / bytes)));
}

/** Half as many to half as many again: pauses must not keep step with batches. */
function about(operations: number, random: () => number): number {
  return Math.max(1, Math.round(operations * (0.5 + random())));
}

function isPath({ candidate }: Trial): boolean {
  return candidate.variant.kind === 'base' || candidate.variant.kind === 'other';
}
