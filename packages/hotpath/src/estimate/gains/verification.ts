import type {
  Dose,
  Recovery,
  VerificationMeasurement,
  VerificationPlan,
} from '../../model/measurement/verification.js';
import type { RefusedRow } from '../../model/report/ledger.js';
import { bestYardstick } from '../../stats/calm-limit.js';
import { type Interval, meanInterval } from '../../stats/student-t.js';
import { countOutcomes, judge, surely, worst } from './judge-recovery.js';
import { alone, none, type Reading, readFork, whole } from './trial-readings.js';
import { whyUntrue } from './untrue-places.js';

/** What a verification found, and the rows about which it cannot say anything. */
export interface Recoveries {
  /** For each dose, what was recovered of it in each row. */
  readonly recoveries: readonly Recovery[];
  readonly refused: readonly RefusedRow[];
}

/** Judges what was recovered of doses. Rows whose own time cannot be true are judged by nothing. */
export function estimateRecovery({ plan, forks }: VerificationMeasurement): Recoveries {
  const yardsticks = forks.flatMap(({ trials }) =>
    trials.flatMap(({ batches }) => batches.map((batch) => batch.yardstickNs)),
  );
  const rule = {
    calmNs: plan.calm * bestYardstick(yardsticks),
    keep: plan.keep,
    waits: plan.waits,
  };
  const readings = forks.map((fork) => readFork(fork, rule));
  const all = [...new Set(plan.rows.map((row) => row.place))];
  const reasons = new Map(all.map((place) => [place, whyUntrue(place, readings)]));
  const places = all.filter((place) => reasons.get(place) === null);
  return {
    recoveries: plan.doses.flatMap((dose, index) =>
      dose.kind === 'allocation'
        ? places.map((place) => bytesRecovered(dose, index, place, plan, readings))
        : places.map((place) => timeRecovered(dose, index, place, { plan, places }, readings)),
    ),
    refused: all.flatMap((place) => {
      const why = reasons.get(place) ?? null;
      return why === null ? [] : [{ id: nameOf(plan, place), why }];
    }),
  };
}

/** A dose counts as recovered within this share of it, or within this many ns per execution. */
const tolerance = { share: 0.05, ns: 5 };

/** Leakage that is tolerated: this share of the dose, or this many ns. */
const leakage = { share: 0.01, ns: 3 };

function timeRecovered(
  dose: Dose,
  index: number,
  place: number,
  { plan, places }: { readonly plan: VerificationPlan; readonly places: readonly number[] },
  readings: readonly Reading[],
): Recovery {
  const over = (number: (reading: Reading) => number): Interval => meanInterval(readings.map(number));
  const growth =
    (timed: number) =>
    (reading: Reading): number =>
      reading.time(timed, index, place) - reading.time(timed, none, none);
  const size = (reading: Reading): number =>
    (reading.time(alone, index, alone) - reading.time(alone, none, none)) * reading.calls(place);
  const given = over(size).mean;
  const recovered = over(growth(place));
  const error = over((reading) => growth(place)(reading) - size(reading));
  const calls = over((reading) => reading.calls(place)).mean;
  const leaks = (dose.kind === 'delay' ? strangers(plan, place, places) : []).map((other) => ({
    row: nameOf(plan, other),
    ...over(growth(other)),
  }));
  const limit = Math.max(leakage.share * given, leakage.ns);
  const outcomes = leaks.map((each) => judge(each, limit, leaks.length));
  return {
    row: nameOf(plan, place),
    dose,
    given,
    recovered,
    leak: leaks.sort((a, b) => surely(b) - surely(a))[0] ?? null,
    found: given === 0 ? null : judge(error, Math.max(tolerance.share * given, tolerance.ns * calls), 1),
    contained: outcomes.length === 0 ? null : worst(outcomes),
    others: countOutcomes(outcomes),
  };
}

function bytesRecovered(
  dose: Dose,
  index: number,
  place: number,
  plan: VerificationPlan,
  readings: readonly Reading[],
): Recovery {
  // In a fork where every batch of a trial had a collection, its bytes are unknown.
  const over = (number: (reading: Reading) => number): Interval =>
    meanInterval(readings.map(number).filter(Number.isFinite));
  const size = (reading: Reading): number =>
    (reading.bytes(alone, index, alone) - reading.bytes(alone, none, none)) * reading.calls(place);
  const growth = (reading: Reading): number =>
    reading.bytes(whole, index, place) - reading.bytes(whole, none, none);
  const given = over(size).mean;
  const error = over((reading) => growth(reading) - size(reading));
  return {
    row: nameOf(plan, place),
    dose,
    given,
    recovered: over(growth),
    leak: null,
    found: given === 0 ? null : judge(error, tolerance.share * given, 1),
    contained: null,
    others: countOutcomes([]),
  };
}

/** Those of some places that hold no execution of this place. */
function strangers({ tree }: VerificationPlan, place: number, places: readonly number[]): number[] {
  const holders = new Set<number>([place]);
  for (const node of tree.nodes) {
    if (node.place !== place) continue;
    for (let at = node.parent; at > 0; at = tree.nodes[at]?.parent ?? -1)
      holders.add(tree.nodes[at]?.place ?? -1);
  }
  return places.filter((other) => !holders.has(other));
}

function nameOf({ rows }: VerificationPlan, place: number): string {
  const own = rows.filter((row) => row.place === place);
  return own.length === 1 ? (own[0]?.id ?? '') : `${own[0]?.name} (${own.length} rows)`;
}
