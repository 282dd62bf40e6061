import { none } from '../../calls/call-tree.js';
import { element } from '../../dom/element.js';
import { nodeName, nodeWeights } from '../state/node-text.js';
import type { Parts } from '../state/parts.js';
import type { FlameState } from '../state/state.js';
import type { Store } from '../state/store.js';
import type { Graph } from './graph.js';

/** A mouse points and its click zooms; a finger's tap selects, and its second tap zooms. */
export function followPointer({ store, actions }: Parts, graph: Graph): void {
  let isFinger = false;
  graph.canvas.addEventListener('pointerdown', ({ pointerType }) => {
    isFinger = pointerType !== 'mouse';
  });
  graph.canvas.addEventListener('pointermove', ({ pointerType, clientX, clientY }) => {
    if (pointerType === 'mouse') hover(store, graph.nodeUnder(clientX, clientY));
  });
  graph.canvas.addEventListener('pointerleave', () => hover(store, none));
  graph.canvas.addEventListener('click', ({ clientX, clientY, detail }) => {
    // The second click of two meant what was there before the first one zoomed.
    if (detail > 1 && !isFinger) return;
    const node = graph.nodeUnder(clientX, clientY);
    if (isFinger && node !== store.get().selected) actions.select(node);
    else if (node === none) actions.select(none);
    else actions.zoomTo(node);
  });
}

function hover(store: Store<FlameState>, hovered: number): void {
  if (store.get().hovered !== hovered) store.change({ hovered });
}

/** A line beside the mouse that names what it points at. */
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
