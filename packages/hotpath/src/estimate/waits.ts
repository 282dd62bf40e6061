import type { Measurement } from '../model/measurement.js';

/** A path on the processor for less than this share of its time waits for something. */
const busy = 0.8;

/** Whether the path waits. */
export function pathWaits({ forks }: Measurement): boolean {
  const known = forks.flatMap(({ occupancy }) => (occupancy ? [occupancy] : []));
  const whole = known.reduce((sum, { wholeNs }) => sum + wholeNs, 0);
  const ran = known.reduce((sum, { processorNs }) => sum + processorNs, 0);
  return ran < busy * whole;
}
