import type { Waking } from '../model/circumstances.js';
import type { ForkMeasurement, Measurement } from '../model/measurement.js';
import { quantile } from '../stats/summary.js';

/** What it took to wake a thread and be woken by it; null where the path does not wait. */
export function findWaking(measurement: Measurement): Waking | null {
  const quickest = quickestWaking(measurement);
  if (quickest === null) return null;
  return { quickest, typical: quantile(measurement.forks.flatMap(wakings), 0.5) };
}

/** In the process in which it took least, the median, ns. */
export function quickestWaking({ forks }: Measurement): number | null {
  const known = forks.map(wakings).filter((times) => times.length > 0);
  return known.length === 0 ? null : Math.min(...known.map((times) => quantile(times, 0.5)));
}

function wakings({ variants }: ForkMeasurement): number[] {
  return variants.flatMap(({ batches }) => batches.flatMap(({ wakingNs }) => wakingNs ?? []));
}
