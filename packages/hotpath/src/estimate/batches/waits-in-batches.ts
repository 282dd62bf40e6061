import type { Measurement } from '../../model/measurement/measurement.js';
import { busyShare, busyShareAwake } from '../../model/path/waits-in-trace.js';

/**
 * Whether the path waits, as its batches show: by the thread's processor time in batches of the unprobed path (`occupancy`).
 * Estimates follow this answer. It may differ from `waitsInTrace`, which the plan follows: the trace is short and runs with probes,
 * and this limit is higher where processors were kept awake, since waits are shorter then.
 */
export function waitsInBatches({ forks }: Pick<Measurement, 'forks'>): boolean {
  const known = forks.flatMap(({ occupancy }) => (occupancy ? [occupancy] : []));
  const whole = known.reduce((sum, { wholeNs }) => sum + wholeNs, 0);
  const ran = known.reduce((sum, { processorNs }) => sum + processorNs, 0);
  const isAwake = forks.some(({ asleepNs }) => asleepNs !== null);
  return ran < (isAwake ? busyShareAwake : busyShare) * whole;
}
