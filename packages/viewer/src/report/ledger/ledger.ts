import type { Report } from '../../../../hotpath/src/model/report/report.js';
import { button, element } from '../../dom/element.js';
import { timeUnit } from '../../theme/time-unit.js';
import type { PageContext } from '../page-context.js';
import { scrollBox, section } from '../section.js';
import { barScale } from './bar-scale.js';
import { createBarLegend } from './bars.js';
import { columnsOf } from './columns.js';
import { createLedgerBodies, type LedgerBodies } from './ledger-bodies.js';
import { createLedgerHead } from './ledger-head.js';
import { ledgerGroups } from './ledger-lines.js';
import { createLedgerRow } from './ledger-row.js';
import { nextSorting, type Sorting } from './sort-lines.js';

export interface LedgerPart {
  readonly element: HTMLElement;
  /** Opens all lines. The returned function restores the previous state. */
  unfold(): () => void;
}

/** The ledger as a table with bars on a common scale. Parent rows can be collapsed. */
export function createLedger({ ledger }: Report, { prefix, announce }: PageContext): LedgerPart {
  const { rows, sums, onTop } = ledgerGroups(ledger);
  const unit = timeUnit(ledger.total.mean);
  const columns = columnsOf(ledger, unit);
  const scale = barScale(ledger.total, rows);
  const bodies = createLedgerBodies(
    [rows, sums, onTop].filter((group) => group.length > 0),
    (line, index) =>
      createLedgerRow(line, {
        columns,
        scale,
        waits: ledger.waking !== null,
        id: `${prefix}line-${index}`,
        toggle: (key, isOpen) => bodies.open(key, isOpen),
      }),
  );
  let sorting: Sorting | null = null;
  const head = createLedgerHead(columns, (key) => {
    sorting = nextSorting(sorting, key);
    head.showSorting(sorting);
    bodies.arrange(sorting);
    announce(sortingText(sorting));
  });
  bodies.arrange(sorting);
  const label = `Where the time of an operation goes, in ${unit.name}`;
  const table = element('table', { class: 'ledger', 'aria-label': label }, head.element, ...bodies.elements);
  const tools = createTools(bodies, table, announce);
  return {
    element: section('ledger-part', 'Ledger', tools, scrollBox('Ledger', table)),
    unfold: bodies.unfold,
  };
}

function sortingText(sorting: Sorting | null): string {
  if (sorting === null) return 'In original order';
  return `Sorted by ${sorting.key}, ${sorting.isDescending ? 'descending' : 'ascending'}`;
}

/** The legend, and the buttons that expand, collapse and hide routes. */
function createTools(
  bodies: LedgerBodies,
  table: HTMLElement,
  announce: (text: string) => void,
): HTMLElement {
  const routes = button(
    { 'aria-pressed': 'true', class: 'toggle' },
    () => {
      const isShown = routes.getAttribute('aria-pressed') !== 'true';
      routes.setAttribute('aria-pressed', String(isShown));
      table.classList.toggle('without-routes', !isShown);
    },
    'Routes',
  );
  const opener = (isOpen: boolean, text: string, announcement: string): HTMLElement => {
    const press = (): void => {
      bodies.openAll(isOpen);
      announce(announcement);
    };
    return button({}, press, text);
  };
  return element(
    'div',
    { class: 'ledger-tools' },
    createBarLegend(),
    element(
      'div',
      { class: 'ledger-buttons' },
      opener(true, 'Expand all', 'All rows expanded'),
      opener(false, 'Collapse all', 'All rows collapsed'),
      routes,
    ),
  );
}
