import type { Measurement } from '../../model/measurement/measurement.js';
import { isPreempted } from '../../model/measurement/preemption.js';
import type { Sharing } from '../../model/report/circumstances.js';
import { quantile } from '../../stats/summary.js';
import { pathWaits } from '../batches/waits-in-batches.js';

/** A smaller share of the batches is chance. */
const smallest = 0.05;

/**
 * How a path that waits fares while its thread finds its processor taken, as it does where the thread that it waits for
 * has been put on the same one.
 */
export function findSharing(measurement: Measurement): Sharing | null {
  if (!pathWaits(measurement)) return null;
  const batches = measurement.forks.flatMap(({ variants, batchOperations }) =>
    variants
      .filter(({ id }) => id === 'base' || id === 'twin')
      .flatMap((variant) => variant.batches.filter(({ collections }) => collections === 0))
      .map((batch) => ({ ns: batch.wholeNs / batchOperations, shared: isPreempted(batch) })),
  );
  const times = (shared: boolean): number[] =>
    batches.filter((batch) => batch.shared === shared).map(({ ns }) => ns);
  const [own, shared] = [times(false), times(true)];
  const sharedShare = shared.length / batches.length;
  if (own.length === 0 || !(sharedShare >= smallest)) return null;
  return { own: quantile(own, 0.5), shared: quantile(shared, 0.5), sharedShare };
}
