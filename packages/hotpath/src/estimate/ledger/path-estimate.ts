import type { Measurement } from '../../model/measurement/measurement.js';
import type { Estimate } from '../../model/report/estimate.js';
import { type Columns, columnsOf, plus } from '../../stats/columns.js';
import { meanInterval } from '../../stats/student-t.js';
import { mean } from '../../stats/summary.js';
import type { CleanRule } from '../batches/clean-rule.js';
import type { PathNumbers } from '../forks/path-numbers.js';
import type { Replicates } from '../forks/replicates.js';
import { estimateSampled, type SampledRows } from '../samples/sampled-estimate.js';
import { type Reconciliation, reconcile } from './rows/reconcile.js';
import { type Judged, refuseRows } from './rows/refuse-rows.js';
import { readRow } from './rows/row-readings.js';

/** The path and its rows in the replicates that are used. Columns hold one value per replicate. */
export interface PathEstimate extends Omit<Reconciliation, 'rows'>, Judged, Replicates {
  readonly numbers: Columns<PathNumbers>;
  /** Clean time plus garbage collection, ns per operation. */
  readonly total: Estimate;
  readonly sampled: SampledRows;
}

/** Every number is made within each replicate, so rows and remainder add up in each of them and in the mean. */
export function estimatePath(
  measurement: Measurement,
  replicates: Replicates,
  rule: CleanRule,
): PathEstimate {
  const { used } = replicates;
  const numbers = columnsOf(used.map((replicate) => replicate.numbers));
  const total = meanInterval(plus(numbers.clean, numbers.collection));
  const sampled = estimateSampled(measurement, { clean: mean(numbers.clean), whole: total.mean });
  const readings = measurement.plan.rows.map((row) => readRow(row, used, numbers, rule));
  const { hidden, rows } = reconcile(readings, numbers, sampled, rule);
  return { ...replicates, numbers, total, sampled, hidden, ...refuseRows(rows, total) };
}
