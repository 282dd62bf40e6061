import { none } from '../../calls/call-tree.js';
import type { Actions } from '../state/actions.js';
import { type FlameState, zoomOf } from '../state/state.js';
import type { Store } from '../state/store.js';

/** The keys and what they do, as the help lists them. */
export const keyTexts: readonly (readonly [keys: string, does: string])[] = [
  ['/', 'search'],
  ['Enter, Shift+Enter', 'in the search field: next, previous match'],
  ['n, N', 'next, previous match'],
  ['Arrows', 'select the caller, a callee, or a neighbour'],
  ['Enter, +', 'zoom to the selected call'],
  ['-', 'previous zoom'],
  ['0', 'show all'],
  ['i', 'switch between flame and icicle'],
  ['b', 'switch between top-down and bottom-up'],
  ['Escape', 'undo one thing: marks, zoom, selection or dimming'],
  ['?', 'show this list'],
];

export interface KeyTargets {
  readonly store: Store<FlameState>;
  readonly actions: Actions;
  readonly canvas: HTMLElement;
  /** Keys are handled while the focus is inside this element. */
  readonly region: HTMLElement;
  readonly search: () => void;
  readonly help: () => void;
}

/** Handles keys, except in input fields and in combination with Ctrl, Meta or Alt. */
export function followKeys(targets: KeyTargets): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (!targets.region.contains(target) || target.closest('input, select, dialog')) return;
    // On buttons and lists, Enter and the arrow keys keep their usual meaning.
    const isGraph = target === targets.canvas || target === document.body;
    const action = keyAction(event.key, targets) ?? (isGraph ? graphAction(event.key, targets) : null);
    if (!action) return;
    event.preventDefault();
    action();
  });
}

function keyAction(key: string, { store, actions, search, help }: KeyTargets): (() => void) | null {
  const actionsOf: ReadonlyMap<string, () => void> = new Map([
    ['/', search],
    ['?', help],
    ['n', () => actions.stepMatch(1)],
    ['N', () => actions.stepMatch(-1)],
    ['+', () => zoomToSelected(store, actions)],
    ['=', () => zoomToSelected(store, actions)],
    ['-', actions.zoomBack],
    ['0', actions.reset],
    ['i', () => store.change({ icicle: !store.get().icicle })],
    ['b', actions.turn],
    ['Escape', actions.stepOut],
  ]);
  return actionsOf.get(key) ?? null;
}

function graphAction(key: string, { store, actions }: KeyTargets): (() => void) | null {
  const { icicle } = store.get();
  switch (key) {
    case 'ArrowUp':
      return () => actions.move(icicle ? 'caller' : 'call');
    case 'ArrowDown':
      return () => actions.move(icicle ? 'call' : 'caller');
    case 'ArrowLeft':
      return () => actions.move('left');
    case 'ArrowRight':
      return () => actions.move('right');
    case 'Enter':
      return () => zoomToSelected(store, actions);
    default:
      return null;
  }
}

function zoomToSelected(store: Store<FlameState>, actions: Actions): void {
  const { selected } = store.get();
  if (selected !== none && selected !== zoomOf(store.get())) actions.zoomTo(selected);
}
