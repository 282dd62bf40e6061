import { element } from '../dom/element.js';

/**
 * A canvas as large as what can be seen stays in place in front of rows of any number, for browsers refuse canvases of
 * more than some 16,000 pixels.
 */
export interface Surface {
  /** Scrolls; the canvas stays. */
  readonly frame: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** In CSS pixels whatever the screen's are. */
  readonly context: CanvasRenderingContext2D;
  /** Of what can be seen, in CSS pixels. */
  size(): { readonly width: number; readonly height: number };
  /** Makes the canvas as large as its place, before rows of this height. */
  fit(fullHeight: number): void;
  /** Makes the canvas a picture that is as wide as the paper, until it is made to fit again. */
  loosen(): void;
}

export function createSurface(attributes: Readonly<Record<string, string>>): Surface {
  const canvas = element('canvas', { tabindex: '0', ...attributes });
  const context = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D;
  const space = element('div', { class: 'graph-space' }, canvas);
  // Reached by its canvas, and not a second time by itself.
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
