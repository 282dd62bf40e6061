import { none } from '../../calls/call-tree.js';
import { button, element } from '../../dom/element.js';
import { countOf, countText, percentText, shortWeightText } from '../../theme/numbers.js';
import { type FunctionOrder, functionOrders, type Listed, listFunctions } from '../state/list-functions.js';
import type { Parts } from '../state/parts.js';
import type { ShownProfile } from '../state/profile.js';

/** Rows shown at first, and added by each press of "Show more". */
const perPage = 100;

/** Rows that are printed. */
const onPaper = 25;

const titles: Readonly<Record<FunctionOrder, string>> = { name: 'Function', own: 'Own', whole: 'Total' };

/** The table of functions that match the search. A press on a row marks all calls of its function. */
export function createFunctionList(parts: Parts): HTMLElement {
  const { profile, scene, store } = parts;
  let order: FunctionOrder = 'own';
  let most = perPage;
  const body = element('tbody');
  const count = element('p', { class: 'soft', role: 'status' });
  const cut = element('p', { class: 'soft on-paper' }, `Only the first ${onPaper} are printed.`);
  const more = button({ class: 'more' }, () => {
    most += perPage;
    fill();
  });
  const head = createHead((chosen) => {
    order = chosen;
    fill();
  });
  const fill = (): void => {
    const listed = listFunctions(profile.functions, order, scene.markedOf({ ...store.get(), picked: none }));
    const rows = listed.slice(0, most).map((one) => row(parts, one));
    for (const beyond of rows.slice(onPaper)) beyond.classList.add('off-paper');
    body.replaceChildren(...rows);
    head.showOrder(order);
    count.textContent = countLine(profile, listed.length);
    cut.hidden = listed.length <= onPaper;
    more.hidden = listed.length <= most;
    more.textContent = `Show ${countText(Math.min(perPage, listed.length - most))} more`;
  };
  store.watch(['query', 'isPattern'], () => {
    most = perPage;
    fill();
  });
  store.watch(['picked'], ({ picked }) => {
    for (const one of body.querySelectorAll('button'))
      one.setAttribute('aria-pressed', String(one.dataset.function === String(picked)));
  });
  const table = element('table', { class: 'functions', 'aria-label': 'Functions' }, head.element, body);
  return element('section', { class: 'function-list', 'aria-label': 'Functions' }, count, cut, table, more);
}

interface Head {
  readonly element: HTMLElement;
  showOrder(order: FunctionOrder): void;
}

/** The column titles. A press on one sorts by that column. */
function createHead(choose: (order: FunctionOrder) => void): Head {
  const cells = functionOrders.map((order) => ({
    order,
    cell: element(
      'th',
      { scope: 'col' },
      button({}, () => choose(order), titles[order]),
    ),
  }));
  return {
    element: element('thead', {}, element('tr', {}, ...cells.map(({ cell }) => cell))),
    showOrder(present) {
      for (const { order, cell } of cells) {
        const direction = order === 'name' ? 'ascending' : 'descending';
        cell.setAttribute('aria-sort', order === present ? direction : 'none');
      }
    },
  };
}

function countLine({ functions, leftOut }: ShownProfile, listed: number): string {
  const others = leftOut.functions > 0 ? `, ${countText(leftOut.functions)} light ones left out` : '';
  if (listed === functions.length) return `${countOf(listed, 'function')}${others}`;
  return `${countText(listed)} of ${countOf(functions.length, 'function')}${others}`;
}

function row({ profile: { unit, total }, store, actions }: Parts, { index, shown }: Listed): HTMLElement {
  const weight = (value: number): HTMLElement =>
    element(
      'td',
      {},
      element('span', {}, percentText(total > 0 ? value / total : 0)),
      element('small', {}, shortWeightText(value, unit)),
    );
  const name = button(
    {
      class: 'function-name',
      'aria-pressed': String(index === store.get().picked),
      'data-function': String(index),
    },
    () => actions.pick(index),
    element('bdi', {}, shown.name),
  );
  const made = element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      name,
      element('small', { title: shown.place.full }, element('bdi', {}, shown.place.short)),
    ),
    weight(shown.own),
    weight(shown.whole),
  );
  made.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element && target.closest('button'))) actions.pick(index);
  });
  return made;
}
