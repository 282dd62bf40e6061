import type { Row } from '../../model/path/row.js';
import type { Estimate } from '../../model/report/estimate.js';
import { type Columns, columnsOf, plus } from '../../stats/columns.js';
import { meanInterval } from '../../stats/student-t.js';
import type { CleanRule } from '../batches/clean-rule.js';
import type { PathNumbers } from '../forks/path-numbers.js';
import type { Replicates } from '../forks/replicates.js';
import { type Reconciliation, reconcile } from './rows/reconcile.js';
import { readRow } from './rows/row-readings.js';

/** The path and its rows in the replicates that are used. Columns hold one value per replicate. */
export interface PathEstimate extends Reconciliation, Replicates {
  readonly numbers: Columns<PathNumbers>;
  /** Clean time plus garbage collection, ns per operation. */
  readonly total: Estimate;
}

/** Every number is made within each replicate, so rows and remainder add up in each of them and in the mean. */
export function estimatePath(rows: readonly Row[], replicates: Replicates, rule: CleanRule): PathEstimate {
  const { used } = replicates;
  const numbers = columnsOf(used.map((replicate) => replicate.numbers));
  return {
    ...replicates,
    numbers,
    total: meanInterval(plus(numbers.clean, numbers.collection)),
    ...reconcile(
      rows.map((row) => readRow(row, used)),
      numbers,
      rule,
    ),
  };
}
