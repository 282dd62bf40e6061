import { none } from '../../calls/call-tree.js';
import { type Geometry, geometryOf, nodeAt } from '../../draw/geometry.js';
import { createGlide, type Sight } from '../../draw/glide.js';
import { scrollToRow, scrollToZoom } from '../../draw/scrolling.js';
import { createSurface, type Surface } from '../../draw/surface.js';
import type { ThemeSwitch } from '../../theme/theme.js';
import type { Parts } from '../state/parts.js';
import type { Scene } from '../state/scene.js';
import { type FlameState, zoomOf } from '../state/state.js';
import { createPainter } from './painter.js';

/** The flame graph on its canvas. */
export interface Graph extends Surface {
  /** The node at a point in client coordinates; `none` if there is none. */
  nodeUnder(clientX: number, clientY: number): number;
  /** Must be called after a change of theme. */
  recolour(): void;
  /** Draws immediately, as a picture for print, until the returned function is called. */
  freeze(): () => void;
}

/** Row heights in px, for a mouse and for touch. */
const rowHeights = { fine: 20, coarse: 26 } as const;

export function createGraph(parts: Pick<Parts, 'profile' | 'scene' | 'store'>, theme: ThemeSwitch): Graph {
  const { scene, store } = parts;
  const surface = createSurface({
    role: 'application',
    'aria-roledescription': 'flame graph',
    'aria-label':
      'Flame graph. Arrow keys move between callers and callees, Enter zooms, 0 shows all, ? lists all keys',
  });
  const geometry = geometryFor(parts, surface);
  const painter = createPainter(parts, surface, theme);
  const paint = (): void => painter.paint(store.get(), glide.span(), geometry());
  const redraw = perFrame(paint);
  const glide = createGlide({ span: { from: 0, to: 1 }, scroll: 0 }, ({ scroll }) => {
    surface.frame.scrollTop = scroll;
    redraw();
  });
  const show = (isInstant: boolean): void => {
    surface.fit(geometry().fullHeight);
    glide.to(sightOf(scene, store.get(), geometry()), surface.frame.scrollTop, isInstant);
  };
  follow(parts, surface, geometry, show, redraw);
  return {
    ...surface,
    nodeUnder(clientX, clientY) {
      const { left, top } = surface.canvas.getBoundingClientRect();
      const y = clientY - top + surface.frame.scrollTop;
      return nodeAt(clientX - left, y, scene.layoutOf(store.get()), glide.span(), geometry());
    },
    recolour() {
      painter.recolour();
      redraw();
    },
    freeze() {
      // A graph that was hidden has no size yet.
      surface.fit(geometry().fullHeight);
      paint();
      surface.loosen();
      return () => show(true);
    },
  };
}

function geometryFor({ scene, store }: Pick<Parts, 'scene' | 'store'>, surface: Surface): () => Geometry {
  const fingers = matchMedia('(pointer: coarse), (max-width: 640px)');
  return () => {
    const { width, height } = surface.size();
    const { icicle } = store.get();
    const rowHeight = fingers.matches ? rowHeights.coarse : rowHeights.fine;
    return geometryOf(scene.layoutOf(store.get()), icicle, rowHeight, width, height);
  };
}

/** Redraws on changes of state, size and scroll position. */
function follow(
  { scene, store }: Pick<Parts, 'scene' | 'store'>,
  { frame }: Surface,
  geometry: () => Geometry,
  show: (isInstant: boolean) => void,
  redraw: () => void,
): void {
  frame.addEventListener('scroll', redraw, { passive: true });
  new ResizeObserver(() => show(true)).observe(frame);
  store.watch(['icicle', 'direction', 'minShare', 'order'], () => show(true));
  store.watch(['zooms'], () => show(false));
  store.watch(['hovered', 'query', 'isPattern', 'picked', 'dimmed'], redraw);
  store.watch(['selected'], (state) => {
    frame.scrollTop = scrollToSelected(scene, state, geometry(), frame.scrollTop);
    redraw();
  });
}

/** The target of the view: the zoomed call fills the width, and the selected row is visible. */
function sightOf(scene: Scene, state: FlameState, geometry: Geometry): Sight {
  const { from, width, depth } = scene.layoutOf(state);
  const zoom = zoomOf(state);
  const start = from[zoom] as number;
  const scroll = scrollToZoom(depth[zoom] as number, geometry);
  return {
    // In a profile of zero weight all widths are 0.
    span: { from: start, to: start + ((width[zoom] as number) || 1) },
    scroll: scrollToSelected(scene, state, geometry, scroll),
  };
}

function scrollToSelected(scene: Scene, state: FlameState, geometry: Geometry, scroll: number): number {
  if (state.selected === none) return scroll;
  return scrollToRow(scene.layoutOf(state).depth[state.selected] as number, geometry, scroll);
}

/** Coalesces calls of an action into one per frame. */
function perFrame(action: () => void): () => void {
  let isRequested = false;
  return () => {
    if (isRequested) return;
    isRequested = true;
    requestAnimationFrame(() => {
      isRequested = false;
      action();
    });
  };
}
