import { type CallTree, none, root } from '../../calls/call-tree.js';
import { button, element } from '../../dom/element.js';
import { countOf, percentText, weightText } from '../../theme/numbers.js';
import { swatch } from '../controls/swatch.js';
import { nodeLine, nodeName, ownerOf, weightNames } from '../state/node-text.js';
import type { Parts } from '../state/parts.js';
import type { ShownFunction, ShownProfile } from '../state/profile.js';
import { type FlameState, zoomOf } from '../state/state.js';

/** Details of the hovered call, else of the selected one, else of the zoomed one. */
export function createDetails(parts: Parts): HTMLElement {
  const panel = element('section', { class: 'details', 'aria-label': 'Details' });
  parts.store.watch(['hovered', 'selected', 'zooms', 'direction', 'picked'], (state) => {
    panel.replaceChildren(...details(parts, state));
  });
  return panel;
}

/** Announces the selected call to screen readers. */
export function createAnnouncer({ profile, scene, store, prefix }: Parts): HTMLElement {
  const line = element('p', { class: 'unseen', 'aria-live': 'polite', id: `${prefix}selected` });
  store.watch(['selected'], (state) => {
    line.textContent =
      state.selected === none ? '' : nodeLine(profile, scene.treeOf(state), state.selected, state.direction);
  });
  return line;
}

function details({ profile, scene, actions }: Parts, state: FlameState): Node[] {
  const tree = scene.treeOf(state);
  const node = [state.hovered, state.selected].find((one) => one !== none) ?? zoomOf(state);
  const one = tree.called[node] as number;
  const called = profile.functions[one];
  const name = element('h2', { class: 'details-name' }, nodeName(profile, tree, node, state.direction));
  const share = shareTexts(profile, tree, node, state);
  if (!called) return [name, remark(profile, node), figures(share)];
  const isOneOfMany = state.direction === 'callees' && (profile.callsOf[one] as number) > 1;
  const all = isOneOfMany ? allCalls(profile, one, called) : [];
  const mark = state.picked === one ? 'Unmark its calls' : 'Mark all its calls';
  return [
    name,
    whose(profile, called),
    element('p', { class: 'details-place soft' }, called.place.full),
    figures([...share, ...all]),
    element(
      'div',
      { class: 'details-actions' },
      button({}, () => actions.zoomTo(node), 'Zoom'),
      button({}, () => actions.pick(one), mark),
    ),
  ];
}

function remark({ leftOut }: ShownProfile, node: number): HTMLElement {
  const text =
    node === root
      ? 'Hover over a call, tap it, or select it with the arrow keys.'
      : `Calls that were left out of this page: it holds only the heaviest calls. ${countOf(leftOut.calls, 'call')} ${leftOut.calls === 1 ? 'is' : 'are'} left out in total.`;
  return element('p', { class: node === root ? 'soft off-paper' : 'soft' }, text);
}

function whose({ categories }: ShownProfile, { category, packageName }: ShownFunction): HTMLElement {
  const texts = [categories[category]?.name ?? '', packageName].filter((text) => text !== '');
  return element('p', { class: 'details-whose' }, swatch(category), texts.join(': '));
}

type Figure = readonly [what: string, weight: string, share: string];

/** The weights of a call, with their shares of the total and of the zoomed call. */
function shareTexts(profile: ShownProfile, tree: CallTree, node: number, state: FlameState): Figure[] {
  const { unit, total } = profile;
  const weight = tree.totals[node] as number;
  const self = tree.self[node] as number;
  const zoomed = tree.totals[zoomOf(state)] as number;
  const isZoomed = zoomOf(state) !== root;
  const ofZoom: Figure[] = isZoomed
    ? [['of the zoomed call', '', percentText(zoomed > 0 ? weight / zoomed : 0)]]
    : [];
  if (state.direction === 'callers') {
    const owner = profile.functions[ownerOf(tree, node)];
    const what = owner
      ? `own ${weightNames[unit]} of ${owner.name} through this call`
      : `all own ${weightNames[unit]}`;
    return [[what, weightText(weight, unit), percentText(share(weight, total))], ...ofZoom];
  }
  return [
    ['total', weightText(weight, unit), percentText(share(weight, total))],
    ...ofZoom,
    ['own', weightText(self, unit), percentText(share(self, total))],
  ];
}

function allCalls({ unit, total, callsOf }: ShownProfile, one: number, called: ShownFunction): Figure[] {
  const calls = countOf(callsOf[one] as number, 'call');
  return [
    [`total of all ${calls}`, weightText(called.whole, unit), percentText(share(called.whole, total))],
    [`own of all ${calls}`, weightText(called.own, unit), percentText(share(called.own, total))],
  ];
}

function share(weight: number, total: number): number {
  return total > 0 ? weight / total : 0;
}

function figures(all: readonly Figure[]): HTMLElement {
  const rows = all.map(([what, weight, percent]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, what),
      element('td', {}, weight),
      element('td', {}, percent),
    ),
  );
  return element('table', { class: 'figures' }, element('tbody', {}, ...rows));
}
