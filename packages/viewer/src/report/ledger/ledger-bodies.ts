import { element } from '../../dom/element.js';
import type { LedgerLine } from './ledger-lines.js';
import type { LedgerRowParts } from './ledger-row.js';
import { flatLines, type Sorting, sortLines } from './sort-lines.js';

/** The lines of the ledger table, one tbody per group. */
export interface LedgerBodies {
  readonly elements: readonly HTMLElement[];
  /** Orders the lines. A focused element among them loses the focus. */
  arrange(sorting: Sorting | null): void;
  open(key: string, isOpen: boolean): void;
  openAll(isOpen: boolean): void;
  /** Opens all lines. The returned function restores the previous state. */
  unfold(): () => void;
}

/** Above this number of lines, only the first level is open at first. */
const mostOpen = 60;

export function createLedgerBodies(
  groups: readonly (readonly LedgerLine[])[],
  makeRow: (line: LedgerLine, index: number) => LedgerRowParts,
): LedgerBodies {
  const lines = groups.flatMap((group) => flatLines(group, new Set())).map(({ line }) => line);
  const parents = lines.filter(({ children }) => children.length > 0).map(({ key }) => key);
  const rows = new Map(lines.map((line, index) => [line.key, makeRow(line, index)]));
  const bodies = groups.map((group) => ({ group, body: element('tbody') }));
  let closed: ReadonlySet<string> = new Set(lines.length > mostOpen ? parents : []);
  const close = (keys: Iterable<string>): void => {
    closed = new Set(keys);
    for (const group of groups)
      for (const { line, isHidden } of flatLines(group, closed))
        rows.get(line.key)?.show(isHidden, !closed.has(line.key));
  };
  close(closed);
  return {
    elements: bodies.map(({ body }) => body),
    arrange(sorting) {
      for (const { group, body } of bodies)
        for (const { line } of flatLines(sortLines(group, sorting), closed)) {
          const { row, details } = rows.get(line.key) as LedgerRowParts;
          body.append(row, details);
        }
    },
    open: (key, isOpen) => close(isOpen ? [...closed].filter((one) => one !== key) : [...closed, key]),
    openAll: (isOpen) => close(isOpen ? [] : parents),
    unfold() {
      const before = closed;
      close([]);
      return () => close(before);
    },
  };
}
