import { none } from '../calls/call-tree.js';
import { button, element } from '../dom/element.js';
import { countOf, countText, percentText, shortWeightText } from '../theme/numbers.js';
import type { Actions } from './actions.js';
import { type FunctionOrder, functionOrders, type Listed, listFunctions } from './list-functions.js';
import type { ShownProfile } from './profile.js';
import type { Scene } from './scene.js';
import type { FlameState } from './state.js';
import type { Store } from './store.js';

/** Rows that are shown at first, and that each press adds; a screen reader has the same ones. */
const perPage = 100;

const titles: Readonly<Record<FunctionOrder, string>> = { name: 'Function', own: 'Own', whole: 'Total' };

/** The table of functions, of those that the search finds. A press on one marks all its calls. */
export function createFunctionList(
  profile: ShownProfile,
  scene: Scene,
  store: Store<FlameState>,
  actions: Actions,
): HTMLElement {
  let order: FunctionOrder = 'own';
  let most = perPage;
  const body = element('tbody');
  const count = element('p', { class: 'soft', role: 'status' });
  const more = button({ class: 'more' }, () => {
    most += perPage;
    fill();
  });
  const heads = functionOrders.map((one) => {
    const sort = button(
      {},
      () => {
        order = one;
        fill();
      },
      titles[one],
    );
    return element('th', { scope: 'col' }, sort);
  });
  const fill = (): void => {
    const state = store.get();
    const marks = scene.marksOf({ ...state, picked: none });
    const listed = listFunctions(
      profile.functions,
      order,
      marks === null || marks === 'broken' ? null : marks.isMarked,
    );
    const rows = listed.slice(0, most).map((one) => row(profile, one, state.picked, actions));
    body.replaceChildren(...rows);
    heads.forEach((head, index) => {
      const direction = functionOrders[index] === 'name' ? 'ascending' : 'descending';
      head.setAttribute('aria-sort', functionOrders[index] === order ? direction : 'none');
    });
    count.textContent = countLine(profile, listed.length);
    more.hidden = listed.length <= most;
    more.textContent = `Show ${countText(Math.min(perPage, listed.length - most))} more`;
  };
  store.watch(['words', 'isPattern'], () => {
    most = perPage;
    fill();
  });
  store.watch(['picked'], ({ picked }) => {
    for (const one of body.querySelectorAll('button'))
      one.setAttribute('aria-pressed', String(one.dataset.function === String(picked)));
  });
  const head = element('thead', {}, element('tr', {}, ...heads));
  const table = element('table', { class: 'functions', 'aria-label': 'Functions' }, head, body);
  return element('section', { class: 'function-list', 'aria-label': 'Functions' }, count, table, more);
}

function countLine({ functions, leftOut }: ShownProfile, listed: number): string {
  const others = leftOut.functions > 0 ? `, ${countText(leftOut.functions)} light ones left out` : '';
  if (listed === functions.length) return `${countOf(listed, 'function')}${others}`;
  return `${countText(listed)} of ${countOf(functions.length, 'function')}${others}`;
}

function row(
  { unit, total }: ShownProfile,
  { index, shown }: Listed,
  picked: number,
  actions: Actions,
): HTMLElement {
  const weight = (value: number): HTMLElement =>
    element(
      'td',
      {},
      element('span', {}, percentText(total > 0 ? value / total : 0)),
      element('small', {}, shortWeightText(value, unit)),
    );
  const name = button(
    { class: 'function-name', 'aria-pressed': String(index === picked), 'data-function': String(index) },
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
