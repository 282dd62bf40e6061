import { none } from '../../calls/call-tree.js';
import type { Actions } from '../state/actions.js';
import { type FlameState, zoomOf } from '../state/state.js';
import type { Store } from '../state/store.js';

/** A key with what it does, as the help lists it. */
export const keyTexts: readonly (readonly [keys: string, does: string])[] = [
  ['/', 'search'],
  ['Enter, Shift+Enter', 'in the search: next and previous match'],
  ['n, N', 'next and previous match'],
  ['Arrows', 'to the caller, its calls, and the calls beside it'],
  ['Enter, +', 'zoom to the selected call'],
  ['-', 'zoom back'],
  ['0', 'show all'],
  ['i', 'flame or icicle'],
  ['b', 'top-down or bottom-up'],
  ['Escape', 'undo one thing: marks, zoom, selection, paling'],
  ['?', 'this list'],
];

export interface KeyTargets {
  readonly store: Store<FlameState>;
  readonly actions: Actions;
  readonly canvas: HTMLElement;
  /** Keys are for the graph while the focus is in here. */
  readonly region: HTMLElement;
  readonly search: () => void;
  readonly help: () => void;
}

/** Does what keys ask for, unless they are being typed into something or are part of a shortcut of the browser's. */
export function followKeys(targets: KeyTargets): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (!targets.region.contains(target) || target.closest('input, select, dialog')) return;
    // A button is pressed, and a list scrolled, by the keys that move in the graph.
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
