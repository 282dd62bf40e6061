import type { DosedTrial, VerificationFork } from '../../model/measurement/verification.js';
import { mean } from '../../stats/summary.js';
import { cleanBatches } from '../batches/clean-batches.js';
import type { CleanRule } from '../batches/clean-rule.js';

/** In place of a place, a trial names the whole path or the dose alone (`DosedTrial`). */
export const whole = -1;
export const alone = -2;

/** The dose, or the place of it, of a trial without one. */
export const none = -1;

/** One fork's numbers, per operation. */
export interface Reading {
  /** ns of a place (or the whole, or the dose alone) with a dose in a place. */
  time(timed: number, dose: number, dosed: number): number;
  bytes(timed: number, dose: number, dosed: number): number;
  calls(place: number): number;
  /** ns of the path while a place is timed, its probes included. */
  around(place: number): number;
}

export function readFork({ trials }: VerificationFork, rule: CleanRule): Reading {
  const find = (timed: number, dose: number, dosed: number): DosedTrial => {
    const found = trials.find(
      (trial) => trial.timed === timed && trial.dose === dose && trial.dosed === dosed,
    );
    if (!found) throw new Error(`no trial times ${timed} with dose ${dose} in ${dosed}`);
    return found;
  };
  const spans = ({ batches, operations }: DosedTrial, key: 'sumNs' | 'count'): number =>
    mean(cleanBatches(batches, rule).map((batch) => batch.spans.reduce((sum, span) => sum + span[key], 0))) /
    operations;
  const whole = ({ batches, operations }: DosedTrial): number =>
    mean(cleanBatches(batches, rule).map((batch) => batch.wholeNs)) / operations;
  return {
    time(timed, dose, dosed) {
      const trial = find(timed, dose, dosed);
      return timed >= 0 ? spans(trial, 'sumNs') : whole(trial);
    },
    bytes(timed, dose, dosed) {
      const { batches, operations } = find(timed, dose, dosed);
      const known = batches.map((batch) => batch.allocatedBytes).filter((bytes) => bytes !== null);
      return mean(known) / operations;
    },
    calls: (place) => spans(find(place, none, none), 'count'),
    around: (place) => whole(find(place, none, none)),
  };
}
