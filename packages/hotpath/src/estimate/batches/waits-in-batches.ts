import type { Measurement } from '../../model/measurement/measurement.js';
import { busyShare, busyShareAwake } from '../../model/report/waiting.js';

/** Whether the path waits. */
export function pathWaits({ forks }: Measurement): boolean {
  const known = forks.flatMap(({ occupancy }) => (occupancy ? [occupancy] : []));
  const whole = known.reduce((sum, { wholeNs }) => sum + wholeNs, 0);
  const ran = known.reduce((sum, { processorNs }) => sum + processorNs, 0);
  const isAwake = forks.some(({ asleepNs }) => asleepNs !== null);
  return ran < (isAwake ? busyShareAwake : busyShare) * whole;
}
