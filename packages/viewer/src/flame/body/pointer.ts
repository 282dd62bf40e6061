import { none } from '../../calls/call-tree.js';
import { element } from '../../dom/element.js';
import { nodeName, nodeWeights } from '../state/node-text.js';
import type { Parts } from '../state/parts.js';
import type { FlameState } from '../state/state.js';
import type { Store } from '../state/store.js';
import type { Graph } from './graph.js';

/** A mouse hovers and a click zooms. The first tap on a call selects it, the second one zooms. */
export function followPointer({ store, actions }: Parts, graph: Graph): void {
  let isTouch = false;
  graph.canvas.addEventListener('pointerdown', ({ pointerType }) => {
    isTouch = pointerType !== 'mouse';
  });
  graph.canvas.addEventListener('pointermove', ({ pointerType, clientX, clientY }) => {
    if (pointerType === 'mouse') hover(store, graph.nodeUnder(clientX, clientY));
  });
  graph.canvas.addEventListener('pointerleave', () => hover(store, none));
  graph.canvas.addEventListener('click', ({ clientX, clientY, detail }) => {
    // The first click of a double click has zoomed already: the second one would hit another call.
    if (detail > 1 && !isTouch) return;
    const node = graph.nodeUnder(clientX, clientY);
    if (isTouch && node !== store.get().selected) actions.select(node);
    else if (node === none) actions.select(none);
    else actions.zoomTo(node);
  });
}

function hover(store: Store<FlameState>, hovered: number): void {
  if (store.get().hovered !== hovered) store.change({ hovered });
}

/** The tooltip of the hovered call. */
export function createTooltip({ profile, scene, store }: Parts, graph: Graph): HTMLElement {
  const tip = element('div', { class: 'tooltip', 'aria-hidden': 'true' });
  tip.hidden = true;
  store.watch(['hovered'], (state) => {
    tip.hidden = state.hovered === none;
    if (state.hovered === none) return;
    const tree = scene.treeOf(state);
    const name = element('b', {}, nodeName(profile, tree, state.hovered, state.direction));
    tip.replaceChildren(name, element('br'), nodeWeights(profile, tree, state.hovered, state.direction));
  });
  graph.canvas.addEventListener('pointermove', ({ clientX, clientY }) => {
    const { offsetWidth, offsetHeight } = tip;
    const x = Math.max(4, Math.min(clientX + 12, innerWidth - offsetWidth - 8));
    const below = clientY + 18;
    const y = below + offsetHeight > innerHeight ? clientY - offsetHeight - 10 : below;
    tip.style.transform = `translate(${x}px, ${y}px)`;
  });
  return tip;
}
