import { pathOf, root } from '../../calls/call-tree.js';
import { button, element } from '../../dom/element.js';
import { countOf, countText, percentText } from '../../theme/numbers.js';
import { nodeName } from '../state/node-text.js';
import type { Parts } from '../state/parts.js';
import { type FlameState, zoomOf } from '../state/state.js';

/** Callers that are named in addition to the root and the zoomed call. */
const mostCallers = 3;

/** The path from the root to the zoomed call, and the number of hidden calls. */
export function createCrumbs(parts: Parts): HTMLElement {
  const { scene, store } = parts;
  const way = element('nav', { class: 'crumbs', 'aria-label': 'Path to the zoomed call' });
  const hidden = element('p', { class: 'hidden-calls soft' });
  store.watch(['zooms', 'direction'], (state) => {
    way.replaceChildren(...crumbs(parts, state));
  });
  store.watch(['minShare', 'direction'], (state) => {
    const { hidden: count } = scene.layoutOf(state);
    const below = state.minShare > 0 ? ` below ${percentText(state.minShare)}` : ' of zero weight';
    hidden.textContent = count > 0 ? `${countOf(count, 'call')}${below} hidden` : '';
  });
  return element('div', { class: 'graph-head' }, way, hidden);
}

function crumbs({ profile, scene, actions }: Parts, state: FlameState): Node[] {
  const tree = scene.treeOf(state);
  const path = pathOf(tree, zoomOf(state));
  const near = path.slice(-mostCallers - 1);
  const crumb = (node: number): HTMLElement => {
    const isLast = node === zoomOf(state);
    return button(
      { class: 'crumb', ...(isLast && { 'aria-current': 'true' }) },
      () => (node === root ? actions.reset() : actions.zoomTo(node)),
      nodeName(profile, tree, node, state.direction),
    );
  };
  const gap =
    path.length > near.length
      ? [element('span', { class: 'soft' }, `… ${countText(path.length - near.length)} more …`)]
      : [];
  return [crumb(root), ...gap, ...near.map(crumb)];
}
