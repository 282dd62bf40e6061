import type { VariantMeasurement } from '../../../model/measurement/measurement.js';
import { quantile } from '../../../stats/summary.js';
import { createInstruments, measureBatch, type RawBatch, withAllPauses } from '../batches/batch.js';
import type { BatchesByTrial } from '../batches/rounds.js';
import type { Trial } from '../batches/trial.js';
import { type Collection, now, watchCollections } from '../processor/disturbances.js';
import { createProcessorClock } from '../processor/processor-clock.js';

/** The first share of the time is dropped: collections then also find what setup and warm-up kept. */
const clearing = 0.25;

/**
 * Operations between two times of settling allocate about this much, bytes. What waits to be settled is alive, and the length
 * of a pause grows with what is alive: docs/adr/0017.
 */
const settledBytes = 2 ** 18;

/** What was seen of paths that ran alone. */
interface Alone {
  readonly variants: readonly VariantMeasurement[];
  /** Of the untouched path. */
  readonly pauses: readonly Collection[];
}

/**
 * Runs the untouched path, and each other path, for a while without other variants between its batches. Batches are shorter
 * than the `operations` of those in `trials` where these allocate more than is to be settled at a time.
 */
export async function measureAlone(
  trials: BatchesByTrial,
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

/** From the median growth of the batches without a collection; a collection makes the growth negative. */
function operationsBetweenSettling(batches: readonly RawBatch[], operations: number): number {
  const grown = batches.map(({ grownBytes }) => grownBytes).filter((bytes) => bytes > 0);
  if (grown.length === 0) return operations;
  const bytes = quantile(grown, 0.5) / operations;
  return Math.max(1, Math.min(operations, Math.round(settledBytes / bytes)));
}

/** From half to one and a half times as many: pauses must not keep step with batches. */
function about(operations: number, random: () => number): number {
  return Math.max(1, Math.round(operations * (0.5 + random())));
}

function isPath({ candidate }: Trial): boolean {
  return candidate.variant.kind === 'base' || candidate.variant.kind === 'other';
}
