import { element } from '../dom/element.js';
import { createThemeSwitch, type ThemeSwitch } from '../theme/theme.js';
import { createActions } from './actions.js';
import { createCrumbs } from './crumbs.js';
import { createAnnouncer, createDetails } from './details.js';
import { createFunctionList } from './function-list.js';
import { createGraph, type Graph } from './graph.js';
import { createHeading, helpButton, themeButton } from './heading.js';
import { createHelp } from './help.js';
import { followKeys } from './keys.js';
import { createLegend } from './legend.js';
import { createTooltip, followPointer } from './pointer.js';
import type { ShownProfile } from './profile.js';
import { createScene } from './scene.js';
import { createSearchBar } from './search-bar.js';
import { firstState } from './state.js';
import { createStore } from './store.js';
import { colourSwatches } from './swatch.js';
import { createToolbar } from './toolbar.js';

/** Fills the document. */
export function showPage(profile: ShownProfile, icicle: boolean): void {
  const recolours = [(): void => colourSwatches(profile, theme.current())];
  const theme = createThemeSwitch(() => {
    for (const recolour of recolours) recolour();
  });
  const themeTool = themeButton(theme.toggle);
  if (profile.total === 0) {
    document.body.append(createHeading(profile, [themeTool]), emptyPage());
    return;
  }
  const store = createStore({ ...firstState, icicle });
  const scene = createScene(profile);
  const actions = createActions(scene, store);
  const help = createHelp();
  const search = createSearchBar(profile, scene, store, actions);
  const sources = { profile, scene, store, actions };
  const graph = createGraph(profile, scene, store, theme);
  recolours.push(graph.recolour);
  document.body.append(
    createHeading(profile, [themeTool, helpButton(help.open)]),
    element(
      'div',
      { class: 'controls' },
      search.element,
      createToolbar(store, actions),
      element('div', { class: 'facts' }, createLegend(profile, store), search.found),
    ),
    element(
      'main',
      {},
      element(
        'div',
        { class: 'graph-part' },
        createCrumbs(profile, scene, store, actions),
        graph.frame,
        createAnnouncer(sources),
      ),
      element(
        'div',
        { class: 'side' },
        createDetails(sources),
        createFunctionList(profile, scene, store, actions),
      ),
    ),
    createTooltip(profile, scene, store, graph),
    help.element,
  );
  for (const recolour of recolours) recolour();
  followPointer(graph, store, actions);
  followKeys({ store, actions, canvas: graph.canvas, search: search.focus, help: help.open });
  followPrinter(theme, graph);
}

function emptyPage(): HTMLElement {
  return element(
    'main',
    { class: 'empty' },
    element(
      'p',
      {},
      'Nothing was sampled, so there is nothing to draw. Record for longer, or at a higher rate.',
    ),
  );
}

/** Paper is light, and does not wait for a frame. */
function followPrinter(theme: ThemeSwitch, graph: Graph): void {
  let ends: (() => void)[] = [];
  addEventListener('beforeprint', () => {
    ends = [theme.during('light'), graph.freeze()];
  });
  addEventListener('afterprint', () => {
    for (const end of ends.splice(0)) end();
  });
}
