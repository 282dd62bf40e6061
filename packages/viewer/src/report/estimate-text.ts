import type { Estimate } from '../../../hotpath/src/model/report/estimate.js';
import { inUnit, type TimeUnit } from '../theme/time-unit.js';

/** "953.3 ns ± 12.3". */
export function timeOf(estimate: Estimate, unit: TimeUnit): string {
  return `${inUnit(estimate.mean, unit)} ${unit.name} ± ${halfWidthOf(estimate, unit)}`;
}

/** Half of the 95% confidence interval, without the unit's name; "unknown" for a single replicate. */
export function halfWidthOf({ low, high }: Estimate, unit: TimeUnit): string {
  return Number.isFinite(high - low) ? inUnit((high - low) / 2, unit) : 'unknown';
}
