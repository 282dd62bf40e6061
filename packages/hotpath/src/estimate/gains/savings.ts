import type {
  ForkMeasurement,
  Measurement,
  VariantMeasurement,
} from '../../model/measurement/measurement.js';
import type { Saving } from '../../model/report/score.js';
import { signedRankInterval } from '../../stats/signed-ranks.js';
import { mean, quantile } from '../../stats/summary.js';
import { garbagePrices } from '../batches/garbage-price.js';
import { cleanRule } from '../forks/replicates.js';
import { costIn } from '../ledger/operation-costs.js';

/**
 * What each other path of a comparison saves, ns an operation: the middle share over the processes, of the path's middle
 * time. A process that another one struck counts as one of many, by ranks.
 */
export function savingsOf(measurement: Measurement): Saving[] {
  const { plan, forks } = measurement;
  const rule = cleanRule(measurement);
  const priceIn = garbagePrices(measurement, rule);
  const costOf = (fork: ForkMeasurement, id: string): number =>
    costIn(fork, variantOf(fork, id), rule, priceIn).ns;
  const times = forks.map((fork) => mean([costOf(fork, 'base'), costOf(fork, 'twin')]));
  const before = quantile(times, 0.5);
  const others = plan.forks[0]?.variants.filter(({ kind }) => kind === 'other') ?? [];
  return others.map(({ id }) => ({
    before,
    saved: signedRankInterval(
      forks.map((fork, index) => (1 - costOf(fork, id) / (times[index] as number)) * before),
    ),
  }));
}

function variantOf({ variants }: ForkMeasurement, id: string): VariantMeasurement {
  const found = variants.find((variant) => variant.id === id);
  if (!found) throw new Error(`a fork has no variant ${id}`);
  return found;
}
