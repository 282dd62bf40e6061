import type {
  Batch,
  ForkMeasurement,
  Measurement,
  VariantMeasurement,
} from '../../model/measurement/measurement.js';
import type { Estimate } from '../../model/report/ledger.js';
import { meanInterval } from '../../stats/student-t.js';
import { mean } from '../../stats/summary.js';
import type { CleanRule } from '../batches/clean-batches.js';
import { collectionCost } from '../batches/collection-cost.js';
import { type GarbagePrices, garbagePrices } from '../batches/garbage-price.js';
import { estimateVariant } from '../batches/variant-estimate.js';
import { cleanRule } from '../forks/replicates.js';

/** What a change of a row saved, ns an operation; `collection` is the part of it that is garbage not made. */
export interface Gain {
  readonly gain: Estimate;
  readonly collection: Estimate;
}

/** What an operation costs in some batches. */
interface Cost {
  readonly clean: number;
  readonly collection: number;
}

/**
 * The gain of leaving executions out, all but one of `period`; null where nobody tried. The same batches are held against
 * the untouched path, which charges the code around the row to the gain, and against the copy itself while it leaves
 * nothing out, which has that code on both sides but also keeps values. The truth lies between: the gain is their mean,
 * and its interval knows how far apart they are. `total` is what the path takes, ns an operation: each process tells a
 * share of its own, so that slow ones count as much as quick ones.
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

type Sides = (
  copy: VariantMeasurement,
  untouched: readonly VariantMeasurement[],
) => { readonly before: readonly Batch[]; readonly after: readonly Batch[] };

function gainIn(measurement: Measurement, total: number, id: string, sides: Sides): Gain | null {
  const rule = cleanRule(measurement);
  const priceIn = garbagePrices(measurement, rule);
  const pairs = measurement.forks.flatMap((fork) => {
    const copy = fork.variants.find((variant) => variant.id === id);
    if (!copy) return [];
    const untouched = fork.variants.filter((variant) => variant.id === 'base' || variant.id === 'twin');
    const { before, after } = sides(copy, untouched);
    const plain = costOf(
      fork,
      untouched.flatMap(({ batches }) => batches),
      rule,
      priceIn,
    );
    return [{ plain, own: costOf(fork, before, rule, priceIn), after: costOf(fork, after, rule, priceIn) }];
  });
  if (pairs.length === 0) return null;
  const between = (part: (cost: Cost) => number): Estimate => {
    const shares = pairs.map(({ plain, own, after }) => {
      const scale = total / (plain.clean + plain.collection);
      return { plain: scale * part(plain), own: scale * part(own), after: scale * part(after) };
    });
    const apart = mean(shares.map(({ plain, own }) => plain - own));
    // The truth is somewhere between the two, and nowhere rather than elsewhere: a uniform distribution's deviation.
    return meanInterval(
      shares.map(({ plain, own, after }) => (plain + own) / 2 - after),
      Math.abs(apart) / Math.sqrt(12),
    );
  };
  return {
    gain: between(({ clean, collection }) => clean + collection),
    collection: between(({ collection }) => collection),
  };
}

function costOf(
  fork: ForkMeasurement,
  batches: readonly Batch[],
  rule: CleanRule,
  priceIn: GarbagePrices,
): Cost {
  const { whole } = estimateVariant({ id: 'chosen', batches }, fork.batchOperations, rule);
  return { clean: whole, collection: collectionCost(fork, batches, priceIn).collection };
}
