import type { Ledger, LedgerRow } from '../../model/report/ledger.js';
import { percent } from '../text/units.js';
import { boxTable } from './box-table.js';

/**
 * The ledger's rows beside what the samples of their lines say: the path as it is, and the path with inlining off. Null
 * where no row has samples.
 */
export function rowCheck({ rows, total }: Ledger, width: number): string | null {
  const checked = rows.flatMap((row) => {
    const sampled = row.routes.sampled?.corrected;
    return row.kind === 'path' && sampled ? [[row, sampled.mean / total.mean] as const] : [];
  });
  if (checked.length === 0) return null;
  const lines = checked.map(([row, bySamples]) => {
    const share = row.inclusive.mean / total.mean;
    const half = (row.inclusive.high - row.inclusive.low) / 2 / total.mean;
    return [
      indented(row, rows),
      percent(bySamples),
      percent(share),
      `±${percent(half)}`,
      signed(bySamples - share),
    ];
  });
  const numbers = ['By lines', 'Ledger', '95% interval', 'Difference'];
  return boxTable(
    [{ title: 'Row', align: 'left' }, ...numbers.map((title) => ({ title, align: 'right' as const }))],
    [lines],
    width,
  );
}

function indented(row: LedgerRow, rows: readonly LedgerRow[]): string {
  let depth = 0;
  for (let at = row; at.parent !== null; depth++) {
    const parent = rows.find(({ id }) => id === at.parent);
    if (!parent) break;
    at = parent;
  }
  return `${'  '.repeat(depth)}${row.name}`;
}

function signed(share: number): string {
  return `${share > 0 ? '+' : ''}${percent(share)}`;
}
