import type { LedgerRow } from '../../model/report/ledger.js';

/** A row's line in a tree of rows. */
export interface RowLine {
  /** Name behind tree prefixes. */
  readonly title: string;
  readonly row: LedgerRow;
  /** Whether the line shows the row's own time only. */
  readonly own: boolean;
}

/** Rows as a tree, parents before children; a parent's own time is the last of its children. */
export function rowLines(rows: readonly LedgerRow[]): RowLine[] {
  const lines: RowLine[] = [];
  const visit = (parent: string | null, prefix: string): void => {
    for (const row of rows.filter((candidate) => candidate.parent === parent)) {
      lines.push({ title: parent === null ? row.name : `${prefix}├─ ${row.name}`, row, own: false });
      const inner = parent === null ? '  ' : `${prefix}│  `;
      visit(row.id, inner);
      if (rows.some((other) => other.parent === row.id))
        lines.push({ title: `${inner}└─ (itself)`, row, own: true });
    }
  };
  visit(null, '');
  return lines;
}

/** Named parts below a line. */
export function withBranches<T extends { readonly name: string }>(
  items: readonly T[],
): { title: string; item: T }[] {
  return items.map((item, index) => ({
    title: `  ${index === items.length - 1 ? '└─' : '├─'} ${item.name}`,
    item,
  }));
}
