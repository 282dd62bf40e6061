import type { Measurement } from '../../model/measurement/measurement.js';
import type { Modes } from '../../model/report/circumstances.js';
import { twoModes } from '../../stats/modes.js';
import { mean } from '../../stats/summary.js';
import { isUndisturbed } from '../batches/clean-batches.js';
import { cleanRule } from '../forks/replicates.js';

/** Modes that are nearer to each other do not matter. */
const smallest = 0.03;

/** A process with more of its batches than this in one mode lives in it. */
const resident = 0.9;

/** Whether undisturbed batches of the unprobed path, all processes together, gather around two times. */
export function findModes(measurement: Measurement): Modes | null {
  const rule = cleanRule(measurement);
  const forks = measurement.forks.map(({ variants, batchOperations }) =>
    variants
      .filter(({ id }) => id === 'base' || id === 'twin')
      .flatMap(({ batches }) => batches.filter((batch) => isUndisturbed(batch, rule)))
      .map((batch) => batch.wholeNs / batchOperations),
  );
  const found = twoModes(forks.flat());
  if (!found || found.high < (1 + smallest) * found.low) return null;
  const { low, high, highShare, split } = found;
  const shares = forks
    .filter((own) => own.length > 0)
    .map((own) => mean(own.map((ns) => (ns >= split ? 1 : 0))));
  const residents = shares.filter((share) => share >= resident || share <= 1 - resident).length;
  return { low, high, highShare, residentForks: residents / shares.length };
}
