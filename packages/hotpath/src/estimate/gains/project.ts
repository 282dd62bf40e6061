import type { Measurement } from '../../model/measurement/measurement.js';
import { type ReplaceVariant, skipPeriods } from '../../model/measurement/variant.js';
import type { Row } from '../../model/path/row.js';
import { type Estimate, halfWidth } from '../../model/report/estimate.js';
import type { Ledger, LedgerRow } from '../../model/report/ledger.js';
import type { Projection, Projections, RefusedProjection } from '../../model/report/projection.js';
import { believable, type Change } from './believable.js';
import { gainInstead, gainWithout } from './gains.js';
import { judgeProjection } from './judge-projection.js';

/**
 * Projects what changes of rows would do to the path. Each was measured on a copy of the path in the same forks: the row left out of
 * executions, run more often, or replaced by other code.
 */
export function projectRows(measurement: Measurement, ledger: Ledger): Projections {
  const { rows, places } = measurement.plan;
  const total = ledger.total.mean;
  const untrue: RefusedProjection[] = [];
  const projections = [...new Set(rows.map(({ place }) => place))].flatMap((place) => {
    const own = rowOfPlace(place, rows, ledger);
    if (!own) return [];
    const { believed, refused } = believable(
      [
        ...withoutPlace(place, measurement, total),
        ...withMore(own),
        ...withOtherCode(place, measurement, total),
      ],
      own.id,
      ledger.total,
    );
    untrue.push(...refused);
    const removed = believed.find(({ scenario }) => scenario === 'removed')?.gain ?? null;
    return believed.map((change) => projection(change, own, removed, ledger.total));
  });
  const unskippable = rows.flatMap(({ id, place }) => {
    const why = places[place]?.unskippable ?? null;
    return why === null ? [] : [{ row: id, why }];
  });
  const notTimed = ledger.refused.map(({ id, why }) => ({
    row: id,
    why: `its number cannot be true: ${why}`,
  }));
  return { total: ledger.total, projections, refused: [...unskippable, ...notTimed, ...untrue] };
}

/** A place that runs below several rows changes in all of them: one row stands for them, with their time added up. */
function rowOfPlace(
  place: number,
  rows: readonly Row[],
  ledger: Ledger,
): Pick<LedgerRow, 'id' | 'name' | 'inclusive' | 'routes'> | undefined {
  const ids = rows.filter((row) => row.place === place).map(({ id }) => id);
  const own = ledger.rows.filter(({ id }) => ids.includes(id));
  const [first] = own;
  if (!first || own.length === 1) return first;
  const sum = (end: keyof Estimate): number => own.reduce((all, { inclusive }) => all + inclusive[end], 0);
  const inclusive = { mean: sum('mean'), low: sum('low'), high: sum('high') };
  return {
    id: `${first.name}, in all ${own.length} rows`,
    name: first.name,
    inclusive,
    routes: first.routes,
  };
}

const none: Estimate = { mean: 0, low: 0, high: 0 };

function withoutPlace(place: number, measurement: Measurement, total: number): Change[] {
  const [half, quarter, removed] = skipPeriods.map((period) =>
    gainWithout(measurement, total, place, period),
  );
  if (!half || !quarter || !removed) return [];
  return [
    { scenario: 'removed', part: 1, ...removed },
    { scenario: '2 times cheaper', part: 1 / 2, ...half },
    { scenario: '4 times cheaper', part: 3 / 4, ...quarter },
    { scenario: 'no garbage', part: null, gain: removed.collection, collection: removed.collection },
  ];
}

/** The row's marginal cost is the cost of running it once more. */
function withMore({ routes }: Pick<LedgerRow, 'routes'>): Change[] {
  if (routes.marginal?.by !== 'repeating') return [];
  const marginal = routes.marginal.corrected;
  const moreExpensive = (times: 2 | 4): Change => ({
    scenario: `${times} times dearer`,
    part: 1 - times,
    gain: times === 2 ? scaled(marginal, -1) : scaled(marginal, -3),
    collection: none,
  });
  return [moreExpensive(2), moreExpensive(4)];
}

function withOtherCode(place: number, measurement: Measurement, total: number): Change[] {
  const planned = measurement.plan.forks.flatMap(({ variants }) => variants).filter(isReplacement);
  const own = new Map(planned.filter((one) => one.place === place).map((one) => [one.id, one]));
  return [...own.values()].flatMap(({ id, name }) => {
    const gained = gainInstead(measurement, total, id);
    return gained ? [{ scenario: `replaced by ${name}` as const, part: null, ...gained }] : [];
  });
}

function isReplacement(variant: { readonly kind: string }): variant is ReplaceVariant {
  return variant.kind === 'replace';
}

function projection(
  { scenario, part, gain, collection }: Change,
  own: Pick<LedgerRow, 'id' | 'name' | 'inclusive'>,
  removed: Estimate | null,
  total: Estimate,
): Projection {
  const taken = part === null ? null : scaled(own.inclusive, part);
  const slope = taken === null || taken.mean === 0 ? null : scaled(gain, 1 / taken.mean);
  const error = Math.hypot(halfWidth(total), halfWidth(gain));
  const mean = total.mean - gain.mean;
  return {
    row: own.id,
    name: own.name,
    scenario,
    gain,
    collection,
    taken,
    slope,
    projected: { mean, low: mean - error, high: mean + error },
    ...judgeProjection({ scenario, part, gain, collection, taken }, removed),
  };
}

function scaled({ mean, low, high }: Estimate, factor: number): Estimate {
  const ends = [low * factor, high * factor];
  return { mean: mean * factor, low: Math.min(...ends), high: Math.max(...ends) };
}
