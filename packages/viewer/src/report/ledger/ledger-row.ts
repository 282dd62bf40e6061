import { button, element, icon } from '../../dom/element.js';
import { plainText } from '../../theme/plain-text.js';
import type { BarScale } from './bar-scale.js';
import { createBars } from './bars.js';
import type { LedgerColumns } from './columns.js';
import type { LedgerLine } from './ledger-lines.js';
import { createRowDetails } from './row-details.js';

export interface LedgerRowParts {
  readonly row: HTMLTableRowElement;
  /** The details below the line. */
  readonly details: HTMLTableRowElement;
  show(isHidden: boolean, isOpen: boolean): void;
}

export interface LedgerRowSettings {
  readonly columns: LedgerColumns;
  readonly scale: BarScale;
  /** Whether the path waits. */
  readonly waits: boolean;
  /** Id of the element with the details. */
  readonly id: string;
  readonly toggle: (key: string, isOpen: boolean) => void;
}

/** A table row for a line of the ledger. Sorting moves it; its content does not change. */
export function createLedgerRow(line: LedgerLine, settings: LedgerRowSettings): LedgerRowParts {
  const { columns, scale, waits, id, toggle } = settings;
  const name = nameCell(line, toggle);
  const trust = trustButton(line, id, () => showDetails(!isExpanded));
  let isExpanded = false;
  let isHidden = false;
  const row = element(
    'tr',
    { class: `line ${line.kind}`, 'data-level': String(line.level) },
    name.cell,
    element('td', { class: 'bar-cell' }, createBars(line, scale, columns.unit)),
    ...columns.numbers.map(({ text }) => element('td', { class: 'number' }, text(line))),
    element('td', { class: 'trust-cell' }, ...trust),
    element('td', { class: 'place-cell' }, ...placeText(line)),
  );
  const details = element('tr', { class: 'details-line', id });
  const span = String(columns.numbers.length + 4);
  if (line.row)
    details.append(element('td', { colspan: span }, createRowDetails(line.row, columns.unit, waits)));
  const showDetails = (isShown: boolean): void => {
    isExpanded = isShown;
    details.hidden = isHidden || !isExpanded || line.row === null;
    for (const one of trust) one.setAttribute('aria-expanded', String(isExpanded));
  };
  return {
    row,
    details,
    show(hidden, isOpen) {
      isHidden = hidden;
      row.hidden = hidden;
      name.showOpen(isOpen);
      showDetails(isExpanded);
    },
  };
}

interface NameCell {
  readonly cell: HTMLElement;
  showOpen(isOpen: boolean): void;
}

function nameCell(line: LedgerLine, toggle: (key: string, isOpen: boolean) => void): NameCell {
  const cell = element('th', { scope: 'row', class: 'name-cell' });
  cell.style.setProperty('--level', String(line.level));
  const text = element('bdi', { title: line.name }, line.name);
  if (line.children.length === 0) {
    cell.append(element('span', { class: 'leaf' }, text));
    return { cell, showOpen: () => {} };
  }
  const isOpen = (): boolean => opener.getAttribute('aria-expanded') === 'true';
  const opener = button({ class: 'opener' }, () => toggle(line.key, !isOpen()), icon('next'), text);
  opener.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowRight') toggle(line.key, true);
    else if (key === 'ArrowLeft') toggle(line.key, false);
  });
  cell.append(opener);
  return { cell, showOpen: (open) => opener.setAttribute('aria-expanded', String(open)) };
}

function trustButton({ row, name }: LedgerLine, id: string, press: () => void): HTMLElement[] {
  if (row === null) return [];
  const { confidence, reason } = row;
  const attributes = {
    class: `trust ${confidence}`,
    title: plainText(reason),
    'aria-controls': id,
    'aria-label': `Trust ${confidence}: details of ${name}`,
  };
  return [button(attributes, press, confidence)];
}

function placeText({ row }: LedgerLine): HTMLElement[] {
  if (!row?.place) return [];
  const text = plainText(`${row.place.file}:${row.place.line}`);
  const end = text.slice(text.lastIndexOf('/') + 1);
  return [element('span', { title: text }, element('bdi', {}, end))];
}
