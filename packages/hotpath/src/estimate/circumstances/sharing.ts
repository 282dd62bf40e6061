import { collectionFree } from '../../model/measurement/collection-free.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import { isPreempted } from '../../model/measurement/preemption.js';
import type { Sharing } from '../../model/report/circumstances.js';
import { quantile } from '../../stats/summary.js';
import type { CleanRule } from '../batches/clean-rule.js';
import { unprobedOf } from '../batches/standing-variants.js';

/** A smaller share of the batches is chance. */
const smallest = 0.05;

/**
 * How a path that waits fares while its thread has to wait for its processor, as it does where the system put the thread that it
 * waits for on the same one. Null for other paths, and where that hardly happened.
 */
export function findSharing({ forks }: Measurement, { waits }: CleanRule): Sharing | null {
  if (!waits) return null;
  const batches = forks.flatMap(({ variants, batchOperations }) =>
    unprobedOf(variants)
      .flatMap((variant) => collectionFree(variant.batches))
      .map((batch) => ({ ns: batch.wholeNs / batchOperations, shared: isPreempted(batch) })),
  );
  const times = (shared: boolean): number[] =>
    batches.filter((batch) => batch.shared === shared).map(({ ns }) => ns);
  const [own, shared] = [times(false), times(true)];
  const sharedShare = shared.length / batches.length;
  if (own.length === 0 || !(sharedShare >= smallest)) return null;
  return { own: quantile(own, 0.5), shared: quantile(shared, 0.5), sharedShare };
}
