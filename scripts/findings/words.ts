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

/** Rows that hold no other rows, dearest first; those of the runtime's own among them. */
export function leaves({ ledger }: Report): readonly LedgerRow[] {
  return ledger.rows
    .filter(({ id }) => !ledger.rows.some(({ parent }) => parent === id))
    .toSorted((a, b) => b.mean - a.mean);
}

/** Names with their shares: "timestamp (56.2%), UUID generation (18.8%) and data (8.7%)". */
export function namesWithShares(rows: readonly LedgerRow[]): string {
  return listed(rows.map(({ name, share }) => `${name} (${percent(share)})`));
}

export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
