import { none } from '../../calls/call-tree.js';
import { button, element, icon } from '../../dom/element.js';
import { countOf, countText, percentText } from '../../theme/numbers.js';
import type { Actions } from '../state/actions.js';
import type { Parts } from '../state/parts.js';
import type { ShownProfile } from '../state/profile.js';
import type { Scene } from '../state/scene.js';
import type { FlameState } from '../state/state.js';
import type { Store } from '../state/store.js';

export interface SearchBar {
  readonly element: HTMLElement;
  /** Number and weight of the matches. */
  readonly found: HTMLElement;
  focus(): void;
}

/** The search field, and the buttons that step through the matches. */
export function createSearchBar({ profile, scene, store, actions, prefix }: Parts): SearchBar {
  const field = createField(store, actions, prefix);
  const pattern = button(
    { class: 'small', 'aria-label': 'Regular expression', title: 'Regular expression' },
    () => store.change({ isPattern: !store.get().isPattern }),
    '.*',
  );
  const steps = [
    stepButton('previous', () => actions.stepMatch(-1)),
    stepButton('next', () => actions.stepMatch(1)),
  ];
  const found = element('p', { id: `${prefix}found`, class: 'found', role: 'status' });
  store.watch(['query', 'isPattern', 'picked', 'direction', 'minShare', 'selected'], (state) => {
    if (field.value !== state.query) field.value = state.query;
    pattern.setAttribute('aria-pressed', String(state.isPattern));
    field.setAttribute('aria-invalid', String(scene.marksOf(state) === 'broken'));
    found.textContent = foundText(profile, scene, state);
    for (const one of steps) one.disabled = found.textContent === '';
  });
  const box = element('div', { class: 'search-field' }, icon('search'), field, pattern, ...steps);
  return {
    element: element('search', { class: 'search' }, box),
    found,
    focus() {
      field.focus();
      field.select();
    },
  };
}

function createField(store: Store<FlameState>, actions: Actions, prefix: string): HTMLInputElement {
  const field = element('input', {
    type: 'search',
    id: `${prefix}search`,
    placeholder: 'Search functions',
    'aria-label': 'Search functions by name or file',
    'aria-describedby': `${prefix}found`,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  field.addEventListener('input', () => store.change({ query: field.value, picked: none }));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') actions.stepMatch(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && field.value === '') field.blur();
    else if (event.key === 'Escape') store.change({ query: '', picked: none });
    else return;
    event.preventDefault();
  });
  return field;
}

function stepButton(name: 'previous' | 'next', step: () => void): HTMLButtonElement {
  const text = `${name} match`;
  return button({ class: 'small', 'aria-label': text, title: text }, step, icon(name));
}

function foundText({ functions }: ShownProfile, scene: Scene, state: FlameState): string {
  const marks = scene.marksOf(state);
  if (marks === null) return '';
  if (marks === 'broken') return 'Not a valid regular expression.';
  if (marks.functions === 0) return 'No matches.';
  const found = scene.foundOf(state);
  const place = found.indexOf(state.selected) + 1;
  const what =
    state.picked === none ? countOf(marks.functions, 'function') : (functions[state.picked]?.name ?? '');
  const at = place > 0 ? `, match ${countText(place)} of ${countText(found.length)}` : '';
  return `${percentText(marks.matches.share)} of total in ${countOf(marks.matches.calls, 'call')} of ${what}${at}`;
}
