import type { LedgerLine } from './ledger-lines.js';

export type SortKey = 'name' | 'mean' | 'share' | 'calls' | 'floor';

/** A column and a direction. A null `Sorting` means the order in which the path reaches its rows. */
export interface Sorting {
  readonly key: SortKey;
  readonly isDescending: boolean;
}

/** The sorting after a press of a column title: first the usual direction of the column, then the reverse, then none. */
export function nextSorting(present: Sorting | null, key: SortKey): Sorting | null {
  const isNumber = key !== 'name';
  if (present?.key !== key) return { key, isDescending: isNumber };
  return present.isDescending === isNumber ? { key, isDescending: !isNumber } : null;
}

/** Sorts siblings; the tree stays the same. Lines without a value come last. */
export function sortLines(lines: readonly LedgerLine[], sorting: Sorting | null): LedgerLine[] {
  const sorted = sorting === null ? [...lines] : [...lines].sort(comparison(sorting));
  return sorted.map((line) => ({ ...line, children: sortLines(line.children, sorting) }));
}

function comparison({ key, isDescending }: Sorting): (a: LedgerLine, b: LedgerLine) => number {
  const sign = isDescending ? -1 : 1;
  if (key === 'name') return (a, b) => sign * (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  return (a, b) => {
    const [one, other] = [sortValue(a, key), sortValue(b, key)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (one - other);
  };
}

function sortValue(line: LedgerLine, key: Exclude<SortKey, 'name'>): number | null {
  if (key === 'calls') return line.row?.calls ?? null;
  if (key === 'floor') return line.floor?.ratio.mean ?? null;
  return key === 'mean' ? line.time.mean : line.share;
}

/** All lines, parents before children. `isHidden` is true below a closed parent. */
export function flatLines(
  lines: readonly LedgerLine[],
  closed: ReadonlySet<string>,
  isHidden = false,
): { readonly line: LedgerLine; readonly isHidden: boolean }[] {
  return lines.flatMap((line) => [
    { line, isHidden },
    ...flatLines(line.children, closed, isHidden || closed.has(line.key)),
  ]);
}
