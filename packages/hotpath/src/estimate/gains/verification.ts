import type {
  Dose,
  DosedTrial,
  Outcome,
  Recovery,
  VerificationFork,
  VerificationMeasurement,
  VerificationPlan,
} from '../../model/measurement/verification.js';
import { type Interval, meanInterval } from '../../stats/student-t.js';
import { mean, quantile } from '../../stats/summary.js';
import { cleanBatches } from '../batches/clean-batches.js';
import type { CleanRule } from '../batches/clean-rule.js';

/** Stands for the whole path, and for a dose alone, where a trial names a place. */
const whole = -1;
const alone = -2;

/** What came out of each row for each dose that was put in. */
export function estimateRecovery({ plan, forks }: VerificationMeasurement): Recovery[] {
  const yardsticks = forks.flatMap(({ trials }) =>
    trials.flatMap(({ batches }) => batches.map((batch) => batch.yardstickNs)),
  );
  const rule = {
    calmNs: plan.calm * quantile(yardsticks, 0.05),
    keep: plan.keep,
    waits: plan.waits,
  };
  const places = [...new Set(plan.rows.map((row) => row.place))];
  const readings = forks.map((fork) => readFork(fork, rule));
  return plan.doses.flatMap((dose, index) =>
    dose.kind === 'allocation'
      ? places.map((place) => bytesRecovered(dose, index, place, plan, readings))
      : places.map((place) => timeRecovered(dose, index, place, plan, readings)),
  );
}

/** One fork's numbers, an operation. */
interface Reading {
  /** ns of a place (or the whole, or the dose alone) while a dose is in a place. */
  time(timed: number, dose: number, dosed: number): number;
  bytes(timed: number, dose: number, dosed: number): number;
  calls(place: number): number;
}

function readFork({ trials }: VerificationFork, rule: CleanRule): Reading {
  const find = (timed: number, dose: number, dosed: number): DosedTrial => {
    const found = trials.find(
      (trial) => trial.timed === timed && trial.dose === dose && trial.dosed === dosed,
    );
    if (!found) throw new Error(`no trial times ${timed} with dose ${dose} in ${dosed}`);
    return found;
  };
  const spans = ({ batches, operations }: DosedTrial, key: 'sumNs' | 'count'): number =>
    mean(cleanBatches(batches, rule).map((batch) => batch.spans.reduce((sum, span) => sum + span[key], 0))) /
    operations;
  return {
    time(timed, dose, dosed) {
      const trial = find(timed, dose, dosed);
      if (timed >= 0) return spans(trial, 'sumNs');
      return mean(cleanBatches(trial.batches, rule).map((batch) => batch.wholeNs)) / trial.operations;
    },
    bytes(timed, dose, dosed) {
      const { batches, operations } = find(timed, dose, dosed);
      const known = batches.map((batch) => batch.allocatedBytes).filter((bytes) => bytes !== null);
      return mean(known) / operations;
    },
    calls: (place) => spans(find(place, -1, -1), 'count'),
  };
}

/** Recovered within this share of the dose, or so many ns an execution. */
const tolerance = { share: 0.05, ns: 5 };

/** Leakage up to this share of the dose, or so many ns. */
const leakage = { share: 0.01, ns: 3 };

function timeRecovered(
  dose: Dose,
  index: number,
  place: number,
  plan: VerificationPlan,
  readings: readonly Reading[],
): Recovery {
  const over = (number: (reading: Reading) => number): Interval => meanInterval(readings.map(number));
  const growth =
    (timed: number) =>
    (reading: Reading): number =>
      reading.time(timed, index, place) - reading.time(timed, -1, -1);
  const size = (reading: Reading): number =>
    (reading.time(alone, index, alone) - reading.time(alone, -1, -1)) * reading.calls(place);
  const given = over(size).mean;
  const recovered = over(growth(place));
  const error = over((reading) => growth(place)(reading) - size(reading));
  const calls = over((reading) => reading.calls(place)).mean;
  const leaks = (dose.kind === 'delay' ? strangers(plan, place) : []).map((other) => ({
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
    found: judge(error, Math.max(tolerance.share * given, tolerance.ns * calls), 1),
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
  // A fork in which a collection struck all batches of a trial knows nothing of its bytes.
  const over = (number: (reading: Reading) => number): Interval =>
    meanInterval(readings.map(number).filter(Number.isFinite));
  const size = (reading: Reading): number =>
    (reading.bytes(alone, index, alone) - reading.bytes(alone, -1, -1)) * reading.calls(place);
  const growth = (reading: Reading): number =>
    reading.bytes(whole, index, place) - reading.bytes(whole, -1, -1);
  const given = over(size).mean;
  const error = over((reading) => growth(reading) - size(reading));
  return {
    row: nameOf(plan, place),
    dose,
    given,
    recovered: over(growth),
    leak: null,
    found: judge(error, tolerance.share * given, 1),
    contained: null,
    others: countOutcomes([]),
  };
}

/** How far from nothing a change is at least. */
function surely({ mean: centre, low, high }: Interval): number {
  return Math.abs(centre) - (high - low) / 2;
}

/** Places that hold no execution of a place. */
function strangers({ rows, tree }: VerificationPlan, place: number): number[] {
  const holders = new Set<number>([place]);
  for (const node of tree.nodes) {
    if (node.place !== place) continue;
    for (let at = node.parent; at > 0; at = tree.nodes[at]?.parent ?? -1)
      holders.add(tree.nodes[at]?.place ?? -1);
  }
  return [...new Set(rows.map((row) => row.place))].filter((other) => !holders.has(other));
}

function nameOf({ rows }: VerificationPlan, place: number): string {
  const own = rows.filter((row) => row.place === place);
  return own.length === 1 ? (own[0]?.id ?? '') : `${own[0]?.name} (${own.length} rows)`;
}

/**
 * Fails what lies outside the limit with its whole interval, passes what lies inside with its mean. Where several are
 * judged at once, the interval is widened by sqrt(1 + ln of their number), which is more than Bonferroni asks, so that all
 * together fail falsely no more often than one. Without an interval nothing can be said.
 */
function judge({ mean: centre, low, high }: Interval, limit: number, together: number): Outcome {
  if (!Number.isFinite(high - low)) return 'unsure';
  if (Math.abs(centre) <= limit) return 'pass';
  const half = ((high - low) / 2) * Math.sqrt(1 + Math.log(together));
  return Math.abs(centre) - half > limit ? 'fail' : 'unsure';
}

function countOutcomes(outcomes: readonly Outcome[]): Recovery['others'] {
  const many = (outcome: Outcome): number => outcomes.filter((each) => each === outcome).length;
  return { pass: many('pass'), fail: many('fail'), unsure: many('unsure') };
}

function worst(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('fail')) return 'fail';
  return outcomes.includes('unsure') ? 'unsure' : 'pass';
}
