import { button, element } from '../../dom/element.js';
import type { LedgerColumns } from './columns.js';
import type { Sorting, SortKey } from './sort-lines.js';

export interface LedgerHead {
  readonly element: HTMLElement;
  showSorting(sorting: Sorting | null): void;
}

/** The column titles. Pressing one sorts by it; pressing again reverses the order, and a third press restores the original one. */
export function createLedgerHead({ numbers }: LedgerColumns, choose: (key: SortKey) => void): LedgerHead {
  const sorters: { readonly key: SortKey; readonly cell: HTMLElement }[] = [];
  const sorter = (key: SortKey, title: string, name: string): HTMLElement => {
    const press = button({ title: `Sort by ${key}` }, () => choose(key), title);
    const cell = element('th', { scope: 'col', class: name, 'aria-sort': 'none' }, press);
    sorters.push({ key, cell });
    return cell;
  };
  const plain = (title: string, name: string): HTMLElement =>
    element('th', { scope: 'col', class: name }, title);
  const cells = [
    sorter('name', 'Row', 'name-cell'),
    plain('Estimate and routes', 'bar-cell'),
    ...numbers.map(({ title, key }) => (key ? sorter(key, title, 'number') : plain(title, 'number'))),
    plain('Trust', 'trust-cell'),
    plain('Place', 'place-cell'),
  ];
  return {
    element: element('thead', {}, element('tr', {}, ...cells)),
    showSorting(sorting) {
      for (const { key, cell } of sorters)
        cell.setAttribute(
          'aria-sort',
          sorting?.key === key ? (sorting.isDescending ? 'descending' : 'ascending') : 'none',
        );
    },
  };
}
