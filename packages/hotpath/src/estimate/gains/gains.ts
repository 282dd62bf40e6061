import type { Batch, Measurement, VariantMeasurement } from '../../model/measurement/measurement.js';
import type { Estimate } from '../../model/report/estimate.js';
import { meanInterval } from '../../stats/student-t.js';
import { mean } from '../../stats/summary.js';
import { basisOf } from '../batches/basis.js';
import { type BatchCost, batchCost } from '../batches/batch-cost.js';
import { unprobedOf } from '../batches/standing-variants.js';

/** What a change of a row saves, ns per operation; `collection` is the part of it that is garbage no longer made. */
export interface Gain {
  readonly gain: Estimate;
  readonly collection: Estimate;
}

/**
 * The gain of leaving out all executions but one per `period`; null where it was not measured. The same batches are compared with
 * two references:
 *
 * - the untouched path: the code around the row counts towards the gain
 * - the copy itself while it leaves nothing out: that code is on both sides, but the copy also keeps values
 *
 * The truth lies between them. The gain is their mean, and its interval contains their distance. `total` is the path's time, ns
 * per operation: each fork contributes a share of its own whole, so slow forks count as much as fast ones.
 */
export function gainWithout(
  measurement: Measurement,
  total: number,
  place: number,
  period: number,
): Gain | null {
  return gainIn(measurement, total, `skip-${place}`, (copy) => ({
    before: copy.batches.filter(({ repeats }) => repeats === 0),
    after: copy.batches.filter(({ repeats }) => repeats === period),
  }));
}

/** The gain of a copy with other code; null where there is none. Two copies of the same code differ by the twin gap. */
export function gainInstead(measurement: Measurement, total: number, variant: string): Gain | null {
  return gainIn(measurement, total, variant, ({ batches }, untouched) => ({
    before: untouched[1]?.batches ?? [],
    after: batches,
  }));
}

/** The batches of the copy's own reference, and those with the change. */
interface Sides {
  readonly before: readonly Batch[];
  readonly after: readonly Batch[];
}

/** The costs in one fork: untouched, of the copy without the change, and with it. */
interface ForkCosts {
  readonly untouched: BatchCost;
  readonly before: BatchCost;
  readonly after: BatchCost;
}

function gainIn(
  measurement: Measurement,
  total: number,
  id: string,
  sidesOf: (copy: VariantMeasurement, untouched: readonly VariantMeasurement[]) => Sides,
): Gain | null {
  const basis = basisOf(measurement);
  const forks = measurement.forks.flatMap((fork): ForkCosts[] => {
    const copy = fork.variants.find((variant) => variant.id === id);
    if (!copy) return [];
    const untouched = unprobedOf(fork.variants);
    const { before, after } = sidesOf(copy, untouched);
    const cost = (batches: readonly Batch[]): BatchCost => batchCost(fork, batches, basis);
    return [
      {
        untouched: cost(untouched.flatMap(({ batches }) => batches)),
        before: cost(before),
        after: cost(after),
      },
    ];
  });
  if (forks.length === 0) return null;
  return {
    gain: gainOf(forks, total, ({ clean, collection }) => clean + collection),
    collection: gainOf(forks, total, ({ collection }) => collection),
  };
}

function gainOf(forks: readonly ForkCosts[], total: number, part: (cost: BatchCost) => number): Estimate {
  const scaled = forks.map(({ untouched, before, after }) => {
    const scale = total / (untouched.clean + untouched.collection);
    return { untouched: scale * part(untouched), before: scale * part(before), after: scale * part(after) };
  });
  const apart = mean(scaled.map(({ untouched, before }) => untouched - before));
  // The truth is equally likely anywhere between the two references: the standard deviation of a uniform distribution.
  return meanInterval(
    scaled.map(({ untouched, before, after }) => (untouched + before) / 2 - after),
    Math.abs(apart) / Math.sqrt(12),
  );
}
