import type { Batch, ForkMeasurement } from '../../model/measurement/measurement.js';
import { mean } from '../../stats/summary.js';

/**
 * What compiling and throwing code away while batches were measured added to an operation, ns: batches in which V8's log
 * has such an event, against those in which it has none. NaN where there is no log.
 */
export function compilingCost(
  { compilation, measuredFromMs, batchOperations }: ForkMeasurement,
  unprobed: readonly Batch[],
): number {
  if (compilation === null) return Number.NaN;
  const times = compilation.eventsMs.map((ms) => measuredFromMs + ms);
  const struck = unprobed.filter(({ startMs, wholeNs }) =>
    times.some((time) => time >= startMs && time <= startMs + wholeNs / 1e6),
  );
  if (struck.length === 0 || struck.length === unprobed.length) return 0;
  const others = unprobed.filter((batch) => !struck.includes(batch));
  const whole = (batches: readonly Batch[]): number =>
    mean(batches.map((batch) => batch.wholeNs - batch.collectionNs));
  return ((whole(struck) - whole(others)) * (struck.length / unprobed.length)) / batchOperations;
}
