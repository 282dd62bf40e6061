import type { ForkMeasurement, Measurement } from '../../model/measurement/measurement.js';
import type { Saving } from '../../model/report/score.js';
import { signedRankInterval } from '../../stats/signed-ranks.js';
import { mean, quantile } from '../../stats/summary.js';
import { basisOf } from '../batches/basis.js';
import { variantOf } from '../batches/standing-variants.js';
import { costIn } from '../ledger/operation-costs.js';

/**
 * What each other path of a comparison saves, ns per operation: the centre of the shares that it saves in each fork, times the path's
 * median time. The interval is by ranks, so a fork that another process disturbed counts as one of many.
 */
export function savingsOf(measurement: Measurement): Saving[] {
  const { plan, forks } = measurement;
  const basis = basisOf(measurement);
  const costOf = (fork: ForkMeasurement, id: string): number =>
    costIn(fork, variantOf(fork.variants, id), basis).ns;
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
