import type { Dose, DosedTrial } from '../../../model/measurement/verification.js';
import type { VerifyJob } from '../../job.js';
import type { RawBatch } from '../batches/batch.js';
import { operationsPerBatch } from '../batches/batch-size.js';
import { type Dosable, doseAlone } from './dosable.js';

/** A dosed trial while its batches are measured. */
export interface RunningTrial extends Pick<DosedTrial, 'timed' | 'dose' | 'dosed' | 'operations'> {
  readonly dosable: Dosable;
  readonly batches: RawBatch[];
}

/** The trials of a dosable: without a dose, and with each dose in each place. */
export function trialsOf(dosable: Dosable, job: VerifyJob, nsPerOperation: number): RunningTrial[] {
  const { timed } = dosable;
  const trial = (dose: number, dosed: number): RunningTrial => {
    const size = dose === -1 ? 0 : nominalNs(job.doses[dose] as Dose);
    const whole = (timed === doseAlone ? 0 : nsPerOperation) + size;
    const operations = operationsPerBatch(job.batchMs * 1e6, whole);
    return { dosable, timed, dose, dosed, operations, batches: [] };
  };
  const given = [...dosable.doses.keys()].flatMap((place) =>
    job.doses.flatMap((dose, index) => (isMeasured(timed, dose, place) ? [trial(index, place)] : [])),
  );
  return [trial(-1, -1), ...given];
}

/** Leaks are looked for with delays. Waits are measured only where they are put, objects only in the bytes of the whole. */
function isMeasured(timed: number, { kind }: Dose, place: number): boolean {
  switch (kind) {
    case 'delay':
      return true;
    case 'wait':
      return timed === doseAlone || timed === place;
    case 'allocation':
      return timed === doseAlone || timed === -1;
  }
}

/** Rough cost, for the size of batches. */
function nominalNs(dose: Dose): number {
  switch (dose.kind) {
    case 'delay':
      return dose.ns;
    case 'wait':
      return 1e6 * dose.ms;
    case 'allocation':
      return 20 * dose.objects;
  }
}

/** Every dosed trial is compared with the one without a dose, which has this many batches per round. */
const undosedShare = 4;

/** The trials of a round. */
export function roundOf(trials: readonly RunningTrial[]): RunningTrial[] {
  const undosed = trials.filter((trial) => trial.dose === -1);
  const extra = Array.from({ length: undosedShare - 1 }, () => undosed).flat();
  return [...trials, ...extra];
}

/** Puts a trial's dose into its place, and none into the others. */
export function setDoses({ dosable, dosed }: RunningTrial, dose: Dose | null, turnsPerNs: number): void {
  for (const [place, runtime] of dosable.doses) runtime.set(place === dosed ? dose : null, turnsPerNs);
}
