import type { Estimate } from '../../../../hotpath/src/model/report/estimate.js';
import type { Floor, Ledger, LedgerRow } from '../../../../hotpath/src/model/report/ledger.js';
import { plainText } from '../../theme/plain-text.js';
import { isWaitShown } from './waiting.js';

/** A line of the ledger with its child lines. */
export interface LedgerLine {
  /** Unique in the ledger. */
  readonly key: string;
  /** Safe to show. */
  readonly name: string;
  readonly level: number;
  /** For a row including its child rows; for its "(itself)" line excluding them. */
  readonly time: Estimate;
  /** time.mean / total.mean. */
  readonly share: number;
  /** Null for lines that are not rows: parts, sums, "(itself)". */
  readonly row: LedgerRow | null;
  readonly floor: Floor | null;
  readonly kind: 'row' | 'own' | 'system' | 'total' | 'unexplained' | 'on-top';
  readonly children: readonly LedgerLine[];
}

export interface LedgerGroups {
  readonly rows: readonly LedgerLine[];
  readonly sums: readonly LedgerLine[];
  /** Time added by the machine; not part of the total. */
  readonly onTop: readonly LedgerLine[];
}

/** Groups a ledger as the terminal does: rows as a tree with the own time of a parent last, then sums with their parts, then disturbances. */
export function ledgerGroups(ledger: Ledger): LedgerGroups {
  const { total, waiting, unexplained, floor, disturbances } = ledger;
  const line = lineMaker(total.mean);
  const waitingLine = isWaitShown(ledger) ? [line('sum/waiting', 'of it off-CPU', 1, waiting, 'total')] : [];
  const parts = unexplained.parts.map((part, index) =>
    line(`sum/unexplained/${index}`, part.name, 1, part, 'unexplained'),
  );
  return {
    rows: rowLines(ledger, line),
    sums: [
      { ...line('sum/total', 'TOTAL', 0, total, 'total'), floor, children: waitingLine },
      { ...line('sum/unexplained', 'UNEXPLAINED', 0, unexplained, 'unexplained'), children: parts },
    ],
    onTop: disturbances.map((part, index) => line(`top/${index}`, `on top: ${part.name}`, 0, part, 'on-top')),
  };
}

type LineMaker = (
  key: string,
  name: string,
  level: number,
  time: Estimate,
  kind: LedgerLine['kind'],
) => LedgerLine;

function lineMaker(total: number): LineMaker {
  return (key, name, level, time, kind) => ({
    key,
    name: plainText(name),
    level,
    time,
    share: time.mean / total,
    row: null,
    floor: null,
    kind,
    children: [],
  });
}

function rowLines({ rows, collections }: Ledger, line: LineMaker): LedgerLine[] {
  const childrenOf = new Map<string | null, LedgerRow[]>();
  for (const row of rows) childrenOf.set(row.parent, [...(childrenOf.get(row.parent) ?? []), row]);
  const below = (row: LedgerRow, level: number): LedgerLine[] => {
    const children = childrenOf.get(row.id) ?? [];
    // A single kind of collection needs no line of its own.
    if (row.kind === 'system' && collections.length > 1)
      return collections.map((part) => line(`${row.id}//${part.name}`, part.name, level, part, 'system'));
    if (children.length === 0) return [];
    const own = line(`${row.id}//`, '(itself)', level, row, 'own');
    return [...children.map((child) => rowLine(child, level)), own];
  };
  const rowLine = (row: LedgerRow, level: number): LedgerLine => ({
    ...line(row.id, row.name, level, row.inclusive, row.kind === 'system' ? 'system' : 'row'),
    row,
    floor: row.floor,
    children: below(row, level + 1),
  });
  return (childrenOf.get(null) ?? []).map((row) => rowLine(row, 0));
}
