import type { Measurement } from '../../model/measurement/measurement.js';
import type { OperationCost } from '../../model/path/operation.js';
import type { Estimate, Floor, FloorCost, Ledger } from '../../model/report/ledger.js';
import { operationCosts } from './operation-costs.js';

/** Gives the floor of a row by its name, of the path by null; null where it declares none. */
export type FloorOf = (row: string | null, achieved: Estimate) => Floor | null;

/** The least of the operations that a specification declares for a row or the path is its floor. */
export function floorsOf(measurement: Measurement): FloorOf {
  const costs = declaredCosts(measurement);
  return (row, achieved) => {
    const own = costs.filter((cost) => cost.row === row);
    const [least] = own.sort((a, b) => a.time.mean - b.time.mean);
    return least ? floorOf(least, achieved) : null;
  };
}

/** All operations that a specification declares as floors, and how many times each what is there takes. */
export function floorCosts(measurement: Measurement, { total, rows }: Ledger): FloorCost[] {
  return declaredCosts(measurement).flatMap((cost) => {
    const { row, bytes } = cost;
    const achieved = row === null ? total : rows.find(({ name }) => name === row)?.inclusive;
    return achieved ? [{ ...floorOf(cost, achieved), row, bytes }] : [];
  });
}

interface DeclaredCost extends OperationCost {
  readonly row: string | null;
}

function declaredCosts(measurement: Measurement): DeclaredCost[] {
  const floors = measurement.plan.path.operations.filter(({ kind }) => kind === 'floor');
  const costs = operationCosts(measurement);
  return floors.flatMap(({ id, row }) =>
    costs.filter((cost) => cost.id === id).map((cost) => ({ ...cost, row })),
  );
}

function floorOf({ name, time }: OperationCost, achieved: Estimate): Floor {
  return { name, time, ratio: ratioOf(achieved, time) };
}

/** A ratio of two means with its 95 % interval, by the delta method; the errors are taken to be independent. */
function ratioOf(above: Estimate, below: Estimate): Estimate {
  const mean = above.mean / below.mean;
  const half = ({ low, high, mean: centre }: Estimate): number => (high - low) / 2 / centre;
  const error = Math.abs(mean) * Math.hypot(half(above), half(below));
  return { mean, low: mean - error, high: mean + error };
}
