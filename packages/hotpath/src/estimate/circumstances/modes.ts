import type { Measurement } from '../../model/measurement/measurement.js';
import type { Modes } from '../../model/report/circumstances.js';
import { twoModes } from '../../stats/modes.js';
import { mean } from '../../stats/summary.js';
import { isClean } from '../batches/clean-batches.js';
import type { CleanRule } from '../batches/clean-rule.js';
import { unprobedOf } from '../batches/standing-variants.js';

/** Modes that differ by a smaller share do not matter. */
const smallest = 0.03;

/** A fork resides in a mode if at least this share of its batches belongs to it. */
const resident = 0.9;

/** The two times around which clean batches of the unprobed path gather, over all forks; null where there is one time. */
export function findModes(measurement: Measurement, rule: CleanRule): Modes | null {
  const forks = measurement.forks.map(({ variants, batchOperations }) =>
    unprobedOf(variants)
      .flatMap(({ batches }) => batches.filter((batch) => isClean(batch, rule)))
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
