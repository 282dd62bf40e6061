import type { Measurement } from '../../model/measurement/measurement.js';
import type { Interval, ReplicateCost, Step, StepCost } from '../../model/path/operation.js';
import { meanInterval } from '../../stats/student-t.js';
import { replicateCosts } from '../ledger/operation-costs.js';

/**
 * What each step costs: the mean over replicates of one operation's excess over another. What a process does to both cancels, so the
 * interval is narrower than that of a difference of two means.
 */
export function stepCosts(measurement: Measurement, steps: readonly Step[]): StepCost[] {
  const costs = replicateCosts(measurement);
  return steps.map((step) => ({
    name: step.name,
    time: meanInterval(excess(costs, step).map(({ ns }) => ns)),
  }));
}

/** Each step as a share of the step `whole`: the mean over replicates of their ratio. */
export function stepShares(
  measurement: Measurement,
  steps: readonly Step[],
  whole: Step,
): { readonly name: string; readonly share: Interval }[] {
  const costs = replicateCosts(measurement);
  const wholes = new Map(excess(costs, whole).map(({ replicate, ns }) => [replicate, ns]));
  return steps.map((step) => ({
    name: step.name,
    share: meanInterval(
      excess(costs, step).map(({ replicate, ns }) => ns / (wholes.get(replicate) ?? Number.NaN)),
    ),
  }));
}

function excess(
  costs: readonly ReplicateCost[],
  { of, less }: Step,
): { readonly replicate: number; readonly ns: number }[] {
  const below = costs.filter(({ id }) => id === less);
  return costs
    .filter(({ id }) => id === of)
    .flatMap(({ replicate, ns }) => {
      const other = below.find((one) => one.replicate === replicate);
      return other ? [{ replicate, ns: ns - other.ns }] : [];
    });
}
