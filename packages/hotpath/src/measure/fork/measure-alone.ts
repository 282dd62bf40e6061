import type { VariantMeasurement } from '../../model/measurement.js';
import { type Instruments, measureBatch, type RawBatch, withAllPauses } from './batch.js';
import { now, watchCollections } from './disturbances.js';
import type { Trial } from './warm-up.js';

/** This share of the time passes first: what the others kept is collected, and counts for nobody. */
const clearing = 0.25;

/** Runs the untouched path, and each other path, for a while without any others between its batches. */
export async function measureAlone(
  trials: readonly Trial[],
  operations: number,
  aloneMs: number,
  instruments: Instruments,
  alive: (done: number) => void,
): Promise<VariantMeasurement[]> {
  const measured: VariantMeasurement[] = [];
  for (const trial of trials.filter(isPath)) {
    const collections = watchCollections();
    const batches: RawBatch[] = [];
    const start = now();
    for (let spent = 0; spent < aloneMs; spent = now() - start) {
      const batch = await measureBatch(trial, operations, instruments);
      if (spent >= clearing * aloneMs) batches.push(batch);
      alive(1);
    }
    measured.push(withAllPauses(trial.candidate.variant.id, batches, await collections.stop()));
  }
  return measured;
}

function isPath({ candidate }: Trial): boolean {
  return candidate.variant.kind === 'base' || candidate.variant.kind === 'other';
}
