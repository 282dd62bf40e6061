import type { Batch, ForkMeasurement } from '../../model/measurement/measurement.js';
import { mean } from '../../stats/summary.js';

/**
 * What V8 added to an operation by compiling and discarding code while batches were measured, ns: batches with such an event in
 * V8's log against batches without one. NaN where there is no log.
 */
export function compilingCost(
  { compilation, measuredFromMs, batchOperations }: ForkMeasurement,
  unprobed: readonly Batch[],
): number {
  if (compilation === null) return Number.NaN;
  const events = compilation.eventsMs.map((ms) => measuredFromMs + ms);
  const struck = unprobed.filter(({ startMs, wholeNs }) =>
    events.some((ms) => ms >= startMs && ms <= startMs + wholeNs / 1e6),
  );
  if (struck.length === 0 || struck.length === unprobed.length) return 0;
  const others = unprobed.filter((batch) => !struck.includes(batch));
  const whole = (batches: readonly Batch[]): number =>
    mean(batches.map((batch) => batch.wholeNs - batch.collectionNs));
  return ((whole(struck) - whole(others)) * (struck.length / unprobed.length)) / batchOperations;
}
