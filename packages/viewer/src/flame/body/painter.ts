import { functionColours } from '../../draw/colours.js';
import { drawFlame, type Inks } from '../../draw/draw-flame.js';
import type { Geometry, Span } from '../../draw/geometry.js';
import { inksOf } from '../../draw/inks.js';
import { createLabels } from '../../draw/label.js';
import type { Surface } from '../../draw/surface.js';
import type { ThemeSwitch } from '../../theme/theme.js';
import { nodeName } from '../state/node-text.js';
import type { Parts } from '../state/parts.js';
import type { ShownProfile } from '../state/profile.js';
import { type FlameState, zoomOf } from '../state/state.js';

export interface Painter {
  paint(state: FlameState, span: Span, geometry: Geometry): void;
  /** Must be called after a change of theme. */
  recolour(): void;
}

const font = '12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';

/** Draws states in the colours of the current theme. */
export function createPainter(
  { profile, scene }: Pick<Parts, 'profile' | 'scene'>,
  { frame, context }: Surface,
  theme: ThemeSwitch,
): Painter {
  const labels = createLabels((text) => context.measureText(text).width);
  let colours = themedColours(profile, frame, theme);
  return {
    paint(state, span, geometry) {
      // A canvas resets these when its size changes.
      context.font = font;
      context.textBaseline = 'middle';
      const tree = scene.treeOf(state);
      drawFlame(context, {
        ...colours,
        tree,
        layout: scene.layoutOf(state),
        span,
        geometry,
        scroll: frame.scrollTop,
        labels,
        nameOf: (node) => nodeName(profile, tree, node, state.direction),
        zoomed: zoomOf(state),
        selected: state.selected,
        hovered: state.hovered,
        isMarked: scene.markedOf(state),
        isDimmed: Uint8Array.from(profile.functions, ({ category }) => (state.dimmed.has(category) ? 1 : 0)),
      });
    },
    recolour() {
      colours = themedColours(profile, frame, theme);
    },
  };
}

function themedColours(
  { functions, categories }: ShownProfile,
  frame: HTMLElement,
  theme: ThemeSwitch,
): { readonly colours: readonly string[]; readonly inks: Inks } {
  return { colours: functionColours(functions, categories, theme.current()), inks: inksOf(frame) };
}
