import { button, element } from '../../dom/element.js';
import type { Parts } from '../state/parts.js';
import type { FlameState } from '../state/state.js';
import type { Store } from '../state/store.js';

/** Values and labels of the threshold, as shares of the total. */
const thresholds = [0, 0.1, 0.5, 1, 2, 5].map((percent) => [String(percent / 100), `${percent}%`] as const);
const orders = [
  ['weight', 'by weight'],
  ['name', 'by name'],
] as const;

/** The controls that change how the graph is drawn. */
export function createToolbar({ store, actions }: Parts): HTMLElement {
  const shape = segments(store, 'Shape', 'icicle', (icicle) => store.change({ icicle }), [
    { value: false, text: 'Flame', hint: 'Callers at the bottom (i)' },
    { value: true, text: 'Icicle', hint: 'Callers at the top (i)' },
  ]);
  const direction = segments(store, 'Direction', 'direction', () => actions.turn(), [
    { value: 'callees', text: 'Top-down', hint: 'From callers to callees (b)' },
    { value: 'callers', text: 'Bottom-up', hint: 'From each function to its callers (b)' },
  ]);
  const threshold = choice('Hide below', thresholds, (value) => actions.hideBelow(Number(value)));
  const order = choice('Order', orders, (order) => store.change({ order }));
  return element(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': 'Layout of the graph' },
    element('div', { class: 'shapes' }, shape, direction),
    element('div', { class: 'choices' }, threshold, order),
  );
}

interface Segment<Value> {
  readonly value: Value;
  readonly text: string;
  readonly hint: string;
}

/** A button for each value of a field of the state. The button of the current value is pressed. */
function segments<Field extends keyof FlameState>(
  store: Store<FlameState>,
  label: string,
  field: Field,
  choose: (value: FlameState[Field]) => void,
  all: readonly Segment<FlameState[Field]>[],
): HTMLElement {
  const buttons = all.map(({ value, text, hint }) => {
    const chosen = (): void => {
      if (store.get()[field] !== value) choose(value);
    };
    const made = button({ title: hint }, chosen, text);
    store.watch([field], (state) => made.setAttribute('aria-pressed', String(state[field] === value)));
    return made;
  });
  return element('div', { class: 'segments', role: 'group', 'aria-label': label }, ...buttons);
}

function choice<Value extends string>(
  label: string,
  values: readonly (readonly [value: Value, text: string])[],
  choose: (value: Value) => void,
): HTMLElement {
  const options = values.map(([value, text]) => element('option', { value }, text));
  const select = element('select', {}, ...options);
  select.addEventListener('change', () => {
    const chosen = values[select.selectedIndex];
    if (chosen) choose(chosen[0]);
  });
  return element('label', { class: 'choice' }, element('span', {}, label), select);
}
