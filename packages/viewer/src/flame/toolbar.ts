import { button, element } from '../dom/element.js';
import type { Actions } from './actions.js';
import type { FlameState } from './state.js';
import type { Store } from './store.js';

const thresholds = [0, 0.1, 0.5, 1, 2, 5];

/** How the graph is drawn. */
export function createToolbar(store: Store<FlameState>, actions: Actions): HTMLElement {
  const turnTo = (direction: FlameState['direction']) => (): void => {
    if (store.get().direction !== direction) actions.turn();
  };
  return element(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': 'How the graph is drawn' },
    element(
      'div',
      { class: 'shapes' },
      segments(
        store,
        'Shape',
        ['icicle'],
        [
          {
            text: 'Flame',
            hint: 'Callers below (i)',
            isOn: (state) => !state.icicle,
            action: () => store.change({ icicle: false }),
          },
          {
            text: 'Icicle',
            hint: 'Callers on top (i)',
            isOn: (state) => state.icicle,
            action: () => store.change({ icicle: true }),
          },
        ],
      ),
      segments(
        store,
        'Direction',
        ['direction'],
        [
          {
            text: 'Top-down',
            hint: 'What each function called (b)',
            isOn: (state) => state.direction === 'callees',
            action: turnTo('callees'),
          },
          {
            text: 'Bottom-up',
            hint: 'Who called each function (b)',
            isOn: (state) => state.direction === 'callers',
            action: turnTo('callers'),
          },
        ],
      ),
    ),
    element(
      'div',
      { class: 'choices' },
      choice(
        'Hide below',
        thresholds.map((percent) => [String(percent / 100), `${percent}%`]),
        (value) => actions.hideBelow(Number(value)),
      ),
      choice(
        'Order',
        [
          ['weight', 'heaviest first'],
          ['name', 'by name'],
        ],
        (value) => store.change({ order: value === 'name' ? 'name' : 'weight' }),
      ),
    ),
  );
}

interface Segment {
  readonly text: string;
  readonly hint: string;
  readonly isOn: (state: FlameState) => boolean;
  readonly action: () => void;
}

/** Buttons of which one is pressed. */
function segments(
  store: Store<FlameState>,
  label: string,
  fields: readonly (keyof FlameState)[],
  all: readonly Segment[],
): HTMLElement {
  const buttons = all.map(({ text, hint, action }) => button({ title: hint }, action, text));
  store.watch(fields, (state) => {
    all.forEach(({ isOn }, index) => {
      buttons[index]?.setAttribute('aria-pressed', String(isOn(state)));
    });
  });
  return element('div', { class: 'segments', role: 'group', 'aria-label': label }, ...buttons);
}

function choice(
  label: string,
  values: readonly (readonly [value: string, text: string])[],
  chosen: (value: string) => void,
): HTMLElement {
  const options = values.map(([value, text]) => element('option', { value }, text));
  const select = element('select', {}, ...options);
  select.addEventListener('change', () => chosen(select.value));
  return element('label', { class: 'choice' }, element('span', {}, label), select);
}
