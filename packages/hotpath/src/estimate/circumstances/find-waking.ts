import type { Measurement } from '../../model/measurement/measurement.js';
import type { Waking } from '../../model/report/circumstances.js';
import { quantile } from '../../stats/summary.js';
import { medianWaking, type WakingCourse } from '../forks/waking-course.js';

/** How long it took to wake a thread; null where the path does not wait. */
export function findWaking({ forks }: Measurement, { typical, elasticity }: WakingCourse): Waking | null {
  const medians = forks.map(medianWaking).filter(Number.isFinite);
  if (medians.length === 0) return null;
  const asleep = forks.flatMap(({ asleepNs }) => asleepNs ?? []);
  return {
    quickest: Math.min(...medians),
    typical,
    elasticity,
    asleep: asleep.length === 0 ? null : quantile(asleep, 0.5),
  };
}
