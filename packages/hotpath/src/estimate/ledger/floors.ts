import type { Measurement } from '../../model/measurement/measurement.js';
import type { OperationCost } from '../../model/path/operation.js';
import { type Estimate, relativeHalfWidth } from '../../model/report/estimate.js';
import type { Floor, FloorCost, Ledger, RefusedRow } from '../../model/report/ledger.js';
import { operationCosts } from './operation-costs.js';

/** The floor of a row by its name, or of the path by null; null where the specification declares none. */
export type FloorOf = (row: string | null, achieved: Estimate) => Floor | null;

/** The floor of a row or the path is the fastest of the operations that the specification declares for it. */
export function floorsOf(measurement: Measurement): FloorOf {
  const costs = declaredCosts(measurement);
  return (row, achieved) => {
    const own = costs.filter((cost) => cost.row === row && whyUnknown(cost) === null);
    const [fastest] = own.sort((a, b) => a.time.mean - b.time.mean);
    return fastest ? floorOf(fastest, achieved) : null;
  };
}

/** The floors of a path and its rows, and those without a number. */
export interface Floors {
  readonly floors: readonly FloorCost[];
  readonly refused: readonly RefusedRow[];
}

/** All operations that a specification declares as floors, each with the ratio of what is achieved to it. */
export function floorCosts(measurement: Measurement, { total, rows }: Ledger): Floors {
  const judged = declaredCosts(measurement).map((cost) => {
    const { row, bytes } = cost;
    const achieved = row === null ? total : rows.find(({ name }) => name === row)?.inclusive;
    const why = achieved ? whyUnknown(cost) : 'its row is not in the table';
    return achieved && why === null
      ? { ...floorOf(cost, achieved), row, bytes }
      : { id: row === null ? cost.name : `${row}: ${cost.name}`, why: why ?? '' };
  });
  return {
    floors: judged.filter((one): one is FloorCost => 'ratio' in one),
    refused: judged.filter((one): one is RefusedRow => 'why' in one),
  };
}

/** Its own time is what remains without the loop around it, which for next to nothing may be no time. */
function whyUnknown({ time }: OperationCost): string | null {
  if (!Number.isFinite(time.mean)) return 'its time is not known';
  return time.mean > 0 ? null : 'it takes no time that could be measured';
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

/** A ratio of two means with its 95 % interval, by the delta method for independent errors. */
function ratioOf(above: Estimate, below: Estimate): Estimate {
  const mean = above.mean / below.mean;
  const error = Math.abs(mean) * Math.hypot(relativeHalfWidth(above), relativeHalfWidth(below));
  return { mean, low: mean - error, high: mean + error };
}
