import type { Report } from '../../../hotpath/src/model/report.js';
import { button, element } from '../dom/element.js';
import { timeUnit } from '../theme/time-unit.js';
import { barScale } from './bar-scale.js';
import { createBarLegend } from './bars.js';
import { columnsOf } from './columns.js';
import { createLedgerHead } from './ledger-head.js';
import { ledgerGroups } from './ledger-lines.js';
import { createLedgerRow, type LedgerRowParts } from './ledger-row.js';
import type { ReportSurroundings } from './path-report.js';
import { scrollBox, section } from './section.js';
import { flatLines, nextSorting, type Sorting, sortLines } from './sort-lines.js';

export interface LedgerPart {
  readonly element: HTMLElement;
  /** Opens all lines and what is told of them; the function that is returned puts it back. */
  unfold(): () => void;
}

/** More lines than this are closed below the first level when the page opens. */
const mostOpen = 60;

/** The ledger as a table whose lines open and close, beside bars on one scale. */
export function createLedger(report: Report, { prefix, say }: ReportSurroundings): LedgerPart {
  const groups = ledgerGroups(report.ledger);
  const all = [groups.rows, groups.sums, groups.onTop].filter((lines) => lines.length > 0);
  const lines = all.flatMap((group) => flatLines(group, new Set())).map(({ line }) => line);
  const parents = lines.filter(({ children }) => children.length > 0).map(({ key }) => key);
  const columns = columnsOf(report.ledger, timeUnit(report.ledger.total.mean));
  const scale = barScale(report.ledger.total, groups.rows);
  const closed = new Set<string>(lines.length > mostOpen ? parents : []);
  const rows = new Map<string, LedgerRowParts>();
  const toggle = (key: string, isOpen: boolean): void => {
    if (isOpen) closed.delete(key);
    else closed.add(key);
    show();
  };
  lines.forEach((line, index) => {
    rows.set(line.key, createLedgerRow(line, { columns, scale, id: `${prefix}line-${index}`, toggle }));
  });
  let sorting: Sorting | null = null;
  const head = createLedgerHead(columns, (key) => {
    sorting = nextSorting(sorting, key);
    head.showSorting(sorting);
    show();
    say(
      sorting
        ? `Sorted by ${key}, ${sorting.isDescending ? 'descending' : 'ascending'}`
        : 'In the order of the path',
    );
  });
  const bodies = all.map((group) => ({ group, body: element('tbody') }));
  const show = (): void => {
    for (const { group, body } of bodies)
      for (const { line, isHidden } of flatLines(sortLines(group, sorting), closed)) {
        const parts = rows.get(line.key) as LedgerRowParts;
        parts.show(isHidden, !closed.has(line.key));
        body.append(parts.row, parts.details);
      }
  };
  show();
  const openAll = (isOpen: boolean): void => {
    closed.clear();
    if (!isOpen) for (const key of parents) closed.add(key);
    show();
    say(isOpen ? 'All rows expanded' : 'All rows collapsed');
  };
  const table = element('table', { class: 'ledger' }, head.element, ...bodies.map(({ body }) => body));
  const caption = 'Where the time of an operation goes, in nanoseconds or their multiples';
  table.setAttribute('aria-label', caption);
  return {
    element: section('ledger-part', 'Ledger', tools(openAll, table), scrollBox('Ledger', table)),
    unfold() {
      const before = new Set(closed);
      closed.clear();
      show();
      const ends = [...rows.values()].map((parts) => parts.unfold());
      return () => {
        for (const key of before) closed.add(key);
        for (const end of ends) end();
        show();
      };
    },
  };
}

function tools(openAll: (isOpen: boolean) => void, table: HTMLElement): HTMLElement {
  const routes = button(
    { 'aria-pressed': 'true', class: 'toggle' },
    () => {
      const isShown = routes.getAttribute('aria-pressed') !== 'true';
      routes.setAttribute('aria-pressed', String(isShown));
      table.classList.toggle('without-routes', !isShown);
    },
    'Routes',
  );
  return element(
    'div',
    { class: 'ledger-tools' },
    createBarLegend(),
    element(
      'div',
      { class: 'ledger-buttons' },
      button({}, () => openAll(true), 'Expand all'),
      button({}, () => openAll(false), 'Collapse all'),
      routes,
    ),
  );
}
