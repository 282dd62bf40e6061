import { type Estimate, inUnit, type LedgerRow, percent, type Report, timeUnit } from 'hotpath/cli';

/** A duration with its unit. */
export function time(ns: number): string {
  const unit = timeUnit(Math.abs(ns));
  return `${inUnit(ns, unit)} ${unit.name}`;
}

/** A duration with half of its 95 % interval. */
export function timeWithError({ mean, low, high }: Estimate): string {
  const unit = timeUnit(Math.abs(mean));
  return `${inUnit(mean, unit)} ± ${inUnit((high - low) / 2, unit)} ${unit.name}`;
}

/** Rows that hold no other rows, the largest first; those of the runtime among them. */
export function leaves({ ledger }: Report): readonly LedgerRow[] {
  return ledger.rows
    .filter(({ id }) => !ledger.rows.some(({ parent }) => parent === id))
    .toSorted((a, b) => b.mean - a.mean);
}

/** A sentence for rows that are sorted by size, after a blank; nothing for none. */
export function largestRows(rows: readonly LedgerRow[]): string {
  if (rows.length === 0) return '';
  const names = listed(rows.map(({ name, share }) => `${name} (${percent(share)})`));
  if (rows.length === 1) return ` The largest row is ${names}.`;
  const together = percent(rows.reduce((sum, { share }) => sum + share, 0));
  return ` The largest rows are ${names}: together ${together} of the call.`;
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** "1 row is", "3 rows are": a count, a noun and its verb. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
