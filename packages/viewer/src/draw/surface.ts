import { element } from '../dom/element.js';

/**
 * A canvas of the size of the visible part. It stays in place while the rows scroll, because browsers limit the side of
 * a canvas to some 16,000 pixels and a graph may be higher.
 */
export interface Surface {
  /** The scrolling element, in which the canvas stays in place. */
  readonly frame: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** Draws in CSS pixels at any device pixel ratio. */
  readonly context: CanvasRenderingContext2D;
  /** Size of the visible part, in CSS pixels. */
  size(): { readonly width: number; readonly height: number };
  /** Resizes the canvas to the visible part; `fullHeight` is the height of all rows. */
  fit(fullHeight: number): void;
  /** Scales the canvas to the width of its container, for printing, until `fit` is called again. */
  loosen(): void;
}

export function createSurface(attributes: Readonly<Record<string, string>>): Surface {
  const canvas = element('canvas', { tabindex: '0', ...attributes });
  const context = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D;
  const space = element('div', { class: 'graph-space' }, canvas);
  // The canvas takes the focus; the frame is not a second tab stop.
  const frame = element('div', { class: 'graph', tabindex: '-1' }, space);
  const size = (): { width: number; height: number } => ({
    width: frame.clientWidth,
    height: frame.clientHeight,
  });
  return {
    frame,
    canvas,
    context,
    size,
    fit(fullHeight) {
      const { width, height } = size();
      space.style.height = `${fullHeight}px`;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      const [across, down] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)];
      if (canvas.width === across && canvas.height === down) return;
      canvas.width = across;
      canvas.height = down;
      context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    },
    loosen() {
      space.style.height = 'auto';
      canvas.style.width = '100%';
      canvas.style.height = 'auto';
    },
  };
}
