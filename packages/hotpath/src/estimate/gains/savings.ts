import { exitCode, UserError } from '../../errors.js';
import type { ForkMeasurement, Measurement } from '../../model/measurement/measurement.js';
import type { Saving } from '../../model/report/score.js';
import { percent } from '../../model/text/percent.js';
import { signedRankInterval } from '../../stats/signed-ranks.js';
import { mean, quantile } from '../../stats/summary.js';
import { basisOf } from '../batches/basis.js';
import { variantOf } from '../batches/standing-variants.js';
import { costIn } from '../ledger/operation-costs.js';
import { beyondWhole } from '../ledger/rows/beyond-whole.js';

/**
 * What each other path of a comparison saves, ns per operation: the centre of the shares that it saves in each fork, times the path's
 * median time. The interval is by ranks, so a fork that another process disturbed counts as one of many. Throws a UserError for a
 * saving that is unknown, or more than the path takes.
 */
export function savingsOf(measurement: Measurement): Saving[] {
  const { plan, forks } = measurement;
  const basis = basisOf(measurement);
  const costOf = (fork: ForkMeasurement, id: string): number =>
    costIn(fork, variantOf(fork.variants, id), basis).ns;
  const times = forks.map((fork) => mean([costOf(fork, 'base'), costOf(fork, 'twin')]));
  const before = quantile(times, 0.5);
  const others = plan.forks[0]?.variants.filter((variant) => variant.kind === 'other') ?? [];
  return others.map(({ id, spec }) => {
    const shares = forks.map((fork, index) => 1 - costOf(fork, id) / (times[index] as number));
    return believable({ before, saved: signedRankInterval(shares.map((share) => share * before)) }, spec);
  });
}

/** Throws a UserError for a saving that cannot be true. */
function believable(saving: Saving, file: string): Saving {
  const { before, saved } = saving;
  const isKnown = Number.isFinite(before) && Number.isFinite(saved.mean);
  if (isKnown && !beyondWhole(saved, { mean: before, low: before, high: before })) return saving;
  const why = isKnown ? `it would save ${percent(saved.mean / before)} of the path` : 'its time is not known';
  throw new UserError(`${file}: ${why}`, 'Let `run` do more work, or measure again.', exitCode.noMeasurement);
}
