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
import type { Parts } from './parts.js';
import { createTooltip, followPointer } from './pointer.js';
import type { ShownProfile } from './profile.js';
import { createScene } from './scene.js';
import { createSearchBar, type SearchBar } from './search-bar.js';
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
  if (profile.total === 0) {
    document.body.append(createHeading(profile, [themeButton(theme.toggle)]), emptyPage());
    return;
  }
  const store = createStore({ ...firstState, icicle });
  const scene = createScene(profile);
  const parts = { profile, scene, store, actions: createActions(scene, store) };
  const help = createHelp();
  const search = createSearchBar(parts);
  const graph = createGraph(parts, theme);
  document.body.append(
    createHeading(profile, [themeButton(theme.toggle), helpButton(help.open)]),
    controls(parts, search),
    content(parts, graph),
    createTooltip(parts, graph),
    help.element,
  );
  recolours.push(graph.recolour);
  for (const recolour of recolours) recolour();
  followPointer(parts, graph);
  followKeys({ ...parts, canvas: graph.canvas, search: search.focus, help: help.open });
  followPrinter(theme, graph);
}

function controls(parts: Parts, search: SearchBar): HTMLElement {
  const facts = element('div', { class: 'facts' }, createLegend(parts), search.found);
  return element('div', { class: 'controls' }, search.element, createToolbar(parts), facts);
}

function content(parts: Parts, graph: Graph): HTMLElement {
  const graphPart = element(
    'div',
    { class: 'graph-part' },
    createCrumbs(parts),
    graph.frame,
    createAnnouncer(parts),
  );
  const side = element('div', { class: 'side' }, createDetails(parts), createFunctionList(parts));
  return element('main', {}, graphPart, side);
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
