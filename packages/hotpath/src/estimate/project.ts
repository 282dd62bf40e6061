import type { Estimate, Ledger, LedgerRow } from '../model/ledger.js';
import type { Batch, ForkMeasurement, Measurement, VariantMeasurement } from '../model/measurement.js';
import { skipPeriods } from '../model/plan.js';
import type { Projection, Projections } from '../model/projection.js';
import type { Row } from '../model/row.js';
import { meanInterval } from '../stats/student-t.js';
import type { CleanRule } from './clean-batches.js';
import { collectionCost } from './collection-cost.js';
import { judgeProjection } from './judge-projection.js';
import { cleanRule } from './replicates.js';
import { estimateVariant } from './variant-estimate.js';

/** What a change of a row saved in one fork, ns an operation; `collection` is the part of it that is garbage. */
interface Saved {
  readonly gain: number;
  readonly collection: number;
}

/**
 * Projects what leaving rows out, halving or doubling them would do: the untouched path beside a copy in which a row runs
 * in half or in none of the executions. What the code around the row costs is in the copy, and held against the row.
 */
export function projectRows(measurement: Measurement, ledger: Ledger): Projections {
  const { rows, places } = measurement.plan;
  const rule = cleanRule(measurement);
  const projections = rows.flatMap((row) => projectionsOf(row, measurement, ledger, rule));
  const refused = rows.flatMap(({ id, place }) => {
    const why = places[place]?.unskippable ?? null;
    return why === null || projections.some((one) => one.row === id) ? [] : [{ row: id, why }];
  });
  return { total: ledger.total, projections, refused };
}

function projectionsOf(row: Row, measurement: Measurement, ledger: Ledger, rule: CleanRule): Projection[] {
  const own = ledger.rows.find(({ id }) => id === row.id);
  if (!own) return [];
  const saved = (period: number): Saved[] =>
    measurement.forks.flatMap((fork) => {
      const variant = fork.variants.find(({ id }) => id === `skip-${row.place}`);
      return variant ? [savedBy(fork, variant, period, rule)] : [];
    });
  const [half, removed] = skipPeriods.map(saved) as [Saved[], Saved[]];
  if (removed.length === 0) return [];
  const gains = { removed: gainOf(removed), half: gainOf(half) };
  return [
    projection('removed', own, gainOf(removed), collectionOf(removed), gains, ledger.total),
    projection('half', own, gainOf(half), collectionOf(half), gains, ledger.total),
    ...twice(own, gains, ledger.total),
  ];
}

/** The marginal cost of the row is what it costs to run it once more. */
function twice(own: LedgerRow, gains: Parameters<typeof judgeProjection>[1], total: Estimate): Projection[] {
  const marginal = own.routes.marginal?.corrected;
  if (!marginal) return [];
  const loss = { mean: -marginal.mean, low: -marginal.high, high: -marginal.low };
  return [projection('twice', own, loss, { mean: 0, low: 0, high: 0 }, gains, total)];
}

function savedBy(
  fork: ForkMeasurement,
  { batches }: VariantMeasurement,
  period: number,
  rule: CleanRule,
): Saved {
  const untouched = fork.variants.filter(({ id }) => id === 'base' || id === 'twin');
  const before = costOf(
    fork,
    untouched.flatMap((variant) => variant.batches),
    rule,
  );
  const after = costOf(
    fork,
    batches.filter((batch) => batch.repeats === period),
    rule,
  );
  const collection = before.collection - after.collection;
  return { gain: before.clean - after.clean + collection, collection };
}

function costOf(
  fork: ForkMeasurement,
  batches: readonly Batch[],
  rule: CleanRule,
): { readonly clean: number; readonly collection: number } {
  const { whole } = estimateVariant({ id: 'chosen', batches }, fork.batchOperations, rule);
  return { clean: whole, collection: collectionCost(fork, batches, rule.calmNs).collection };
}

function gainOf(saved: readonly Saved[]): Estimate {
  return meanInterval(saved.map(({ gain }) => gain));
}

function collectionOf(saved: readonly Saved[]): Estimate {
  return meanInterval(saved.map(({ collection }) => collection));
}

function projection(
  scenario: Projection['scenario'],
  own: LedgerRow,
  gain: Estimate,
  collection: Estimate,
  gains: Parameters<typeof judgeProjection>[1],
  total: Estimate,
): Projection {
  const factor = { removed: 1, half: 0.5, twice: -1 }[scenario];
  const ends = [own.inclusive.low * factor, own.inclusive.high * factor];
  const taken = { mean: own.inclusive.mean * factor, low: Math.min(...ends), high: Math.max(...ends) };
  const error = Math.hypot((total.high - total.low) / 2, (gain.high - gain.low) / 2);
  const mean = total.mean - gain.mean;
  const projected = { mean, low: mean - error, high: mean + error };
  const judged = judgeProjection({ scenario, gain, collection, taken }, gains);
  return { row: own.id, name: own.name, scenario, gain, collection, taken, projected, ...judged };
}
