import type { Measurement } from '../../model/measurement/measurement.js';
import { quantile } from '../../stats/summary.js';
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
    calmNs: (waits ? calmWhileWaiting : calm) * bestYardstick(measurement),
    keep: waits ? 1 : keep,
    waits,
  };
}

/**
 * The policy's factor `calm` for a path that waits. Between waits the processor sleeps, and after that it runs the yardstick at
 * varying clock rates, which do not decide how long the path waits.
 */
const calmWhileWaiting = 1.4;

/** The quantile that counts as the yardstick's best in a fork: a single lucky reading does not. */
const bestShare = 0.05;

/** The yardstick's best in the session, ns: that of the best fork. */
function bestYardstick({ forks }: Measurement): number {
  const best = forks.map(({ variants }) =>
    quantile(
      variants.flatMap(({ batches }) => batches.map((batch) => batch.yardstickNs)),
      bestShare,
    ),
  );
  return Math.min(...best);
}
