import { percent } from '../../model/text/percent.js';
import { meanInterval } from '../../stats/student-t.js';
import { beyondWhole } from '../ledger/rows/beyond-whole.js';
import { none, type Reading } from './trial-readings.js';

/** Why the time of a place without a dose cannot be true, as a clause that begins with "it"; null where it can. */
export function whyUntrue(place: number, readings: readonly Reading[]): string | null {
  // The place is part of what was timed around it in the same batches, probes included.
  const share = meanInterval(
    readings.map((reading) => reading.time(place, none, none) / reading.around(place)),
  );
  if (!Number.isFinite(share.mean)) return 'its time is not known';
  return beyondWhole(share, { mean: 1, low: 1, high: 1 })
    ? `it took ${percent(share.mean)} of the whole`
    : null;
}
