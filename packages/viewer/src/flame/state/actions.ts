import { none, root } from '../../calls/call-tree.js';
import { widestZoomFor } from './found.js';
import type { Scene } from './scene.js';
import { type FlameState, zoomOf } from './state.js';
import type { Store } from './store.js';

/** The actions behind keys, buttons and pointers. */
export interface Actions {
  zoomTo(node: number): void;
  /** Returns to the previous zoom. */
  zoomBack(): void;
  reset(): void;
  select(node: number): void;
  /** Selects the caller, the first callee, or a neighbour in the row that lies within the zoom. */
  move(where: 'caller' | 'call' | 'left' | 'right'): void;
  /** Selects the next or previous marked call, wrapping around at the ends. */
  stepMatch(step: 1 | -1): void;
  turn(): void;
  hideBelow(minShare: number): void;
  pick(called: number): void;
  /** Undoes one thing, in this order: marks, zoom, selection, dimming. */
  stepOut(): void;
}

export function createActions(scene: Scene, store: Store<FlameState>): Actions {
  return {
    zoomTo(node) {
      const { zooms } = store.get();
      if (zoomOf({ zooms }) !== node)
        store.change({ zooms: [...zooms, node], selected: node, hovered: none });
    },
    zoomBack: () => zoomBack(store),
    reset: () => store.change({ zooms: [root] }),
    select: (selected) => store.change({ selected }),
    move(where) {
      const { selected } = store.get();
      const next = selected === none ? zoomOf(store.get()) : neighbour(scene, store.get(), where);
      if (next !== none) store.change({ selected: next });
    },
    stepMatch: (step) => stepMatch(scene, store, step),
    turn: () => turn(scene, store),
    hideBelow: (minShare) => hideBelow(scene, store, minShare),
    pick: (called) => store.change({ picked: store.get().picked === called ? none : called }),
    stepOut: () => stepOut(store),
  };
}

function zoomBack(store: Store<FlameState>): void {
  const { zooms } = store.get();
  if (zooms.length > 1) store.change({ zooms: zooms.slice(0, -1) });
}

function stepOut(store: Store<FlameState>): void {
  const { picked, query, zooms, selected } = store.get();
  if (picked !== none) store.change({ picked: none });
  else if (query !== '') store.change({ query: '' });
  else if (zooms.length > 1) zoomBack(store);
  else if (selected !== none) store.change({ selected: none });
  else store.change({ dimmed: new Set() });
}

/** Hidden calls leave the zoom history and the selection. */
function hideBelow(scene: Scene, store: Store<FlameState>, minShare: number): void {
  const { width } = scene.layoutOf({ ...store.get(), minShare });
  const isShown = (node: number): boolean => node === root || (width[node] as number) > 0;
  const { zooms, selected } = store.get();
  store.change({
    minShare,
    zooms: zooms.filter(isShown),
    selected: selected !== none && isShown(selected) ? selected : none,
    hovered: none,
  });
}

function neighbour(scene: Scene, state: FlameState, where: 'caller' | 'call' | 'left' | 'right'): number {
  const { parents } = scene.treeOf(state);
  const { firstShown, shown, rows, depth, from, width } = scene.layoutOf(state);
  const node = state.selected;
  if (where === 'caller') return parents[node] as number;
  if (where === 'call') return firstShown[node] as number;
  const row = depth[node] as number;
  const place = shown.indexOf(node, rows[row]) + (where === 'left' ? -1 : 1);
  if (place < (rows[row] as number) || place >= (rows[row + 1] as number)) return none;
  const next = shown[place] as number;
  const zoom = zoomOf(state);
  const [start, end] = [from[zoom] as number, (from[zoom] as number) + (width[zoom] as number)];
  const middle = (from[next] as number) + (width[next] as number) / 2;
  return middle >= start && middle <= end ? next : none;
}

function stepMatch(scene: Scene, store: Store<FlameState>, step: 1 | -1): void {
  const state = store.get();
  const found = scene.foundOf(state);
  if (found.length === 0) return;
  const at = found.indexOf(state.selected);
  const next = found.at(at === none ? (step === 1 ? 0 : -1) : (at + step) % found.length) as number;
  const zoom = widestZoomFor(next, zoomOf(state), scene.treeOf(state), scene.layoutOf(state));
  const zooms = zoom === zoomOf(state) ? state.zooms : zoom === root ? [root] : [root, zoom];
  store.change({ selected: next, zooms });
}

/** Switches between callees and callers. The selected function stays selected, at its call nearest to the root. */
function turn(scene: Scene, store: Store<FlameState>): void {
  const state = store.get();
  const called = state.selected === none ? none : (scene.treeOf(state).called[state.selected] as number);
  const direction = state.direction === 'callees' ? 'callers' : 'callees';
  const after = { ...state, direction } as const;
  const tree = scene.treeOf(after);
  const isSame = (node: number): boolean => called !== none && tree.called[node] === called;
  const selected = scene.layoutOf(after).shown.find(isSame) ?? none;
  store.change({ direction, selected, zooms: [root], hovered: none });
}
