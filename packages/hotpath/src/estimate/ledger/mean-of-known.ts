import type { Estimate } from '../../model/report/estimate.js';
import { meanInterval } from '../../stats/student-t.js';

/** The mean of the finite values; null where there is none. */
export function meanOfKnown(values: readonly number[]): Estimate | null {
  const found = values.filter(Number.isFinite);
  return found.length === 0 ? null : meanInterval(found);
}
