import type { Estimate, Floor } from '../model/ledger.js';
import type { Measurement } from '../model/measurement.js';
import { operationCosts } from './operation-costs.js';

/** Gives the floor of a row by its name, of the path by null; null where it declares none. */
export type FloorOf = (row: string | null, achieved: Estimate) => Floor | null;

/** The least of the operations that a specification declares for a row or the path is its floor. */
export function floorsOf(measurement: Measurement): FloorOf {
  const { operations } = measurement.plan.path;
  const costs = operationCosts(measurement).filter(({ id }) => id !== '');
  return (row, achieved) => {
    const own = costs.filter(({ id }) => operations.find((one) => one.id === id)?.row === row);
    const [least] = own.sort((a, b) => a.time.mean - b.time.mean);
    return least ? { name: least.name, time: least.time, ratio: ratioOf(achieved, least.time) } : null;
  };
}

/** A ratio of two means with its 95 % interval, by the delta method; the errors are taken to be independent. */
function ratioOf(above: Estimate, below: Estimate): Estimate {
  const mean = above.mean / below.mean;
  const half = ({ low, high, mean: centre }: Estimate): number => (high - low) / 2 / centre;
  const error = Math.abs(mean) * Math.hypot(half(above), half(below));
  return { mean, low: mean - error, high: mean + error };
}
