import type { Plan } from '../../model/measurement/plan.js';

/** A sampled fork takes this many times as long as it samples. */
const samplingCost = 2;

/** Expected time of a plan's sampled forks, ms. */
export function samplingMs({ sampled, policy }: Plan): number {
  return sampled.length * samplingCost * policy.sampleMs;
}
