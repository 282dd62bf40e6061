import type { Measurement } from '../../../model/measurement/measurement.js';
import type { RowPlace } from '../../../model/path/row.js';
import type { Estimate } from '../../../model/report/estimate.js';
import type { LedgerRow } from '../../../model/report/ledger.js';
import { minus } from '../../../stats/columns.js';
import { meanInterval } from '../../../stats/student-t.js';
import { mean } from '../../../stats/summary.js';
import type { FloorOf } from '../floors.js';
import { meanOfKnown } from '../mean-of-known.js';
import type { PathEstimate } from '../path-estimate.js';
import { waitOfNode } from '../waiting.js';
import { codeReceipt } from './code-receipt.js';
import { judgeRow } from './confidence.js';
import type { ReconciledRow } from './reconcile.js';
import { routesOf } from './routes.js';

/** What completes a row's time. */
export interface RowContext {
  readonly measurement: Measurement;
  readonly floorOf: FloorOf;
}

/** The rows of the path, in the order of the plan. */
export function pathRows(path: PathEstimate, context: RowContext): LedgerRow[] {
  return path.rows.map((row) => pathRow(row, path, context));
}

function pathRow(
  reconciled: ReconciledRow,
  path: PathEstimate,
  { measurement, floorOf }: RowContext,
): LedgerRow {
  const { row, span, calls, marginal } = reconciled;
  const own = ownTime(reconciled, path.rows);
  const inclusive = meanInterval(reconciled.inclusive, reconciled.systematic);
  const place = measurement.plan.places[row.place];
  return {
    id: row.id,
    name: row.name,
    kind: 'path',
    parent: row.parent,
    place: place ? shownPlace(place) : null,
    ...own,
    inclusive,
    share: own.mean / path.total.mean,
    calls,
    routes: routesOf(reconciled, path.sampled),
    floor: floorOf(row.name, inclusive),
    waiting: waitOfNode(row.node, path),
    allocatedBytes: meanOfKnown(marginal?.bytes ?? []),
    code: place ? codeReceipt(measurement, place) : null,
    dilation: mean(span.dilation),
    ...judgeRow(inclusive, reconciled, path.total),
  };
}

/** A row's inclusive time without that of its child rows, in each replicate. */
function ownTime(parent: ReconciledRow, rows: readonly ReconciledRow[]): Estimate {
  const children = rows.filter(({ row }) => row.parent === parent.row.id);
  return meanInterval(
    children.reduce((rest, child) => minus(rest, child.inclusive), parent.inclusive),
    Math.hypot(parent.systematic, ...children.map((child) => child.systematic)),
  );
}

function shownPlace({ original, file, line }: RowPlace): LedgerRow['place'] {
  return original ?? { file, line };
}
