import type { Measurement } from '../../model/measurement/measurement.js';
import { bestYardstick } from '../../stats/calm-limit.js';
import { waitsInBatches } from './waits-in-batches.js';

/** Which batches of a measurement estimates are made from. */
export interface CleanRule {
  /** Longest time of the yardstick, ns, at which the processor counts as calm. */
  readonly calmNs: number;
  /** Share of a variant's clean batches, fastest first, that is kept. */
  readonly keep: number;
  /** Whether the path waits for something. */
  readonly waits: boolean;
}

/**
 * The rule of a measurement, by its policy and the yardstick's best. A wait takes as long as it takes, so all clean batches of a
 * path that waits are kept.
 */
export function cleanRule(measurement: Measurement): CleanRule {
  const { calm, keep } = measurement.plan.policy;
  const waits = waitsInBatches(measurement);
  return {
    calmNs: (waits ? calmWhileWaiting : calm) * bestInSession(measurement),
    keep: waits ? 1 : keep,
    waits,
  };
}

/**
 * The policy's factor `calm` for a path that waits. Between waits the processor sleeps, and after that it runs the yardstick at
 * varying clock rates, which do not decide how long the path waits.
 */
const calmWhileWaiting = 1.4;

/** The yardstick's best in the session, ns: that of the best fork. */
function bestInSession({ forks }: Measurement): number {
  const best = forks.map(({ variants }) =>
    bestYardstick(variants.flatMap(({ batches }) => batches.map((batch) => batch.yardstickNs))),
  );
  return Math.min(...best);
}
