import type { Ledger, LedgerRow } from '../../model/report/ledger.js';
import { percent } from '../../model/text/percent.js';
import { boxTable } from './layout/box-table.js';
import { treeLines, treeOfIds } from './layout/name-tree.js';

/**
 * The shares of the ledger's rows, by the samples of their lines (inlining off) and by the ledger (inlining on). Null when no
 * row has samples.
 */
export function rowCheck({ rows, total }: Ledger, width: number): string | null {
  const sampled = rows.filter(({ kind, routes }) => kind === 'path' && routes.sampled);
  if (sampled.length === 0) return null;
  const lines = treeLines(treeOfIds(sampled, ({ id }) => id)).map(({ cell, item }) => [
    cell,
    ...(item ? shares(item, total.mean) : []),
  ]);
  const numbers = ['By lines', 'Ledger', '95% interval', 'Difference'];
  return boxTable(
    [{ title: 'Row', align: 'left' }, ...numbers.map((title) => ({ title, align: 'right' as const }))],
    [lines],
    width,
  );
}

function shares({ inclusive, routes }: LedgerRow, total: number): string[] {
  const bySamples = (routes.sampled?.corrected.mean ?? 0) / total;
  const share = inclusive.mean / total;
  const half = (inclusive.high - inclusive.low) / 2 / total;
  return [percent(bySamples), percent(share), `±${percent(half)}`, signed(bySamples - share)];
}

function signed(share: number): string {
  return `${share > 0 ? '+' : ''}${percent(share)}`;
}
