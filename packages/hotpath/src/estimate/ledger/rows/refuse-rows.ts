import type { Estimate } from '../../../model/report/estimate.js';
import type { RefusedRow } from '../../../model/report/ledger.js';
import { percent } from '../../../model/text/percent.js';
import { meanInterval } from '../../../stats/student-t.js';
import { beyondWhole } from './beyond-whole.js';
import type { ReconciledRow } from './reconcile.js';

/** The rows that can be true, and those that cannot. */
export interface Judged {
  readonly rows: readonly ReconciledRow[];
  readonly refused: readonly RefusedRow[];
}

/**
 * Takes out rows whose number cannot be true, because the probed copies did not run what the path runs. Rows below such a row move up to
 * the row around it.
 */
export function refuseRows(rows: readonly ReconciledRow[], total: Estimate): Judged {
  const reasons = new Map(rows.map((row) => [row.row.id, whyRefused(row, total)]));
  const parents = new Map(rows.map(({ row }) => [row.id, row.parent]));
  const standing = (id: string | null): string | null =>
    id === null || reasons.get(id) === null ? id : standing(parents.get(id) ?? null);
  return {
    rows: rows
      .filter(({ row }) => reasons.get(row.id) === null)
      .map((each) => ({ ...each, row: { ...each.row, parent: standing(each.row.parent) } })),
    refused: [...reasons].flatMap(([id, why]) => (why === null || why === undefined ? [] : [{ id, why }])),
  };
}

function whyRefused({ calls, inclusive, systematic }: ReconciledRow, total: Estimate): string | null {
  if (calls === 0) return 'it did not run while it was timed';
  const time = meanInterval(inclusive, systematic);
  if (!Number.isFinite(time.mean)) return 'its time is not known';
  return beyondWhole(time, total) ? `it took ${percent(time.mean / total.mean)} of the whole` : null;
}
