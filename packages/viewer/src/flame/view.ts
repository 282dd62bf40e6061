import { element } from '../dom/element.js';
import type { ThemeSwitch } from '../theme/theme.js';
import { createCrumbs } from './body/crumbs.js';
import { createAnnouncer, createDetails } from './body/details.js';
import { createFunctionList } from './body/function-list.js';
import { createGraph, type Graph } from './body/graph.js';
import { createTooltip, followPointer } from './body/pointer.js';
import { createHelp } from './controls/help.js';
import { followKeys } from './controls/keys.js';
import { createLegend } from './controls/legend.js';
import { createSearchBar, type SearchBar } from './controls/search-bar.js';
import { createToolbar } from './controls/toolbar.js';
import { createActions } from './state/actions.js';
import type { Parts } from './state/parts.js';
import type { ShownProfile } from './state/profile.js';
import { createScene } from './state/scene.js';
import { firstState } from './state/state.js';
import { createStore } from './state/store.js';

/** A flame graph with its controls and details. */
export interface FlameView {
  readonly controls: HTMLElement;
  /** The graph, with the details and the function list next to it. */
  readonly body: HTMLElement;
  /** Elements that lie on top of the page: tooltip and help. */
  readonly overlays: readonly HTMLElement[];
  /** Opens the list of keyboard shortcuts. */
  help(): void;
  /** Must be called after a change of theme. */
  recolour(): void;
  /** Turns the graph into a picture for print, until the returned function is called. */
  freeze(): () => void;
}

/** What a flame graph needs from its page. */
export interface FlameContext {
  readonly theme: ThemeSwitch;
  /** Keys are handled while the focus is inside this element. */
  readonly region: HTMLElement;
  /** Prefix of element ids, unique among the graphs of a page. */
  readonly prefix: string;
}

export function createFlameView(
  profile: ShownProfile,
  icicle: boolean,
  { theme, region, prefix }: FlameContext,
): FlameView {
  const store = createStore({ ...firstState, icicle });
  const scene = createScene(profile);
  const parts = { profile, scene, store, actions: createActions(scene, store), prefix };
  const help = createHelp();
  const search = createSearchBar(parts);
  const graph = createGraph(parts, theme);
  followPointer(parts, graph);
  followKeys({ ...parts, canvas: graph.canvas, region, search: search.focus, help: help.open });
  return {
    controls: controls(parts, search),
    body: body(parts, graph),
    overlays: [createTooltip(parts, graph), help.element],
    help: help.open,
    recolour: graph.recolour,
    freeze: graph.freeze,
  };
}

function controls(parts: Parts, search: SearchBar): HTMLElement {
  const facts = element('div', { class: 'facts' }, createLegend(parts), search.found);
  return element('div', { class: 'controls' }, search.element, createToolbar(parts), facts);
}

function body(parts: Parts, graph: Graph): HTMLElement {
  const graphPart = element(
    'div',
    { class: 'graph-part' },
    createCrumbs(parts),
    graph.frame,
    createAnnouncer(parts),
  );
  const side = element('div', { class: 'side' }, createDetails(parts), createFunctionList(parts));
  return element('div', { class: 'flame-body' }, graphPart, side);
}
