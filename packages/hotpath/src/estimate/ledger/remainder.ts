import type { Plan } from '../../model/measurement/plan.js';
import type { LedgerRow, Unexplained } from '../../model/report/ledger.js';
import { type Column, minus, plus } from '../../stats/columns.js';
import { meanInterval } from '../../stats/student-t.js';
import type { PathEstimate } from './path-estimate.js';
import { offProcessor, waitingTime } from './waiting.js';

/**
 * The total without all rows, taken apart. The mean is taken from the printed rows to the last bit, so that the ledger adds up; its
 * interval is that of the clean whole without the top rows.
 */
export function remainderOf(
  { numbers, total, hidden, rows: reconciled }: PathEstimate,
  rows: readonly Pick<LedgerRow, 'mean'>[],
  { concurrent }: Pick<Plan, 'concurrent'>,
): Unexplained {
  const { clean, driver, occupied } = numbers;
  const run = plus(numbers.run, hidden.ns);
  const remainder = total.mean - rows.reduce((sum, row) => sum + row.mean, 0);
  const top = reconciled.filter(({ row }) => row.parent === null);
  const zero = clean.map(() => 0);
  const inRows = top.reduce<Column>((sum, { inclusive }) => plus(sum, inclusive), zero);
  const systematic = Math.hypot(...top.map((row) => row.systematic));
  // Elsewhere a row's wait is part of its time.
  const waits = concurrent && occupied.every(Number.isFinite);
  const waited = waits ? offProcessor(numbers) : zero;
  return {
    ...meanInterval(minus(clean, inRows), systematic),
    mean: remainder,
    share: remainder / total.mean,
    parts: [
      { name: 'measuring loop', ...meanInterval(driver) },
      ...(waits ? [{ name: 'waiting', ...waitingTime(numbers) }] : []),
      { name: 'code in no row', ...meanInterval(minus(minus(run, inRows), waited), systematic) },
      { name: 'overlap with the loop', ...meanInterval(minus(minus(clean, run), driver)) },
    ],
  };
}
