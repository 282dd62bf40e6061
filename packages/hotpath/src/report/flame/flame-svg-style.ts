import { categoryColours } from './category-colours.js';

const shades = 5;

/** A shade of a category's colour, by name, so that neighbours differ and a name always has the same shade. */
export function shadeOf(name: string): number {
  let hash = 0;
  for (let index = 0; index < Math.min(name.length, 64); index++)
    hash = (Math.imul(hash, 31) + name.charCodeAt(index)) | 0;
  return Math.abs(hash) % shades;
}

/** Colours of boxes by their category and shade. */
export const categoryStyle = Object.entries(categoryColours)
  .flatMap(([category, [hue, saturation]]) =>
    Array.from({ length: shades }, (_, shade) => {
      const lightness = 66 + 3 * shade;
      return `.${category}.s${shade} rect{fill:hsl(${hue} ${saturation}% ${lightness}%)}`;
    }),
  )
  .join('\n');

/** The whole style; `paint` is the part that colours boxes. */
export function flameStyle(paint: string): string {
  return [
    'svg{background:#fff;color:#1b1b1f;font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}',
    'text{fill:currentColor}',
    '.head{font-size:16px;font-weight:600}',
    '.soft{fill:#5c5c66}',
    '.button{cursor:pointer;text-decoration:underline}',
    '.box{cursor:pointer}',
    '.box text{fill:#1b1b1f;pointer-events:none}',
    '.box:hover rect{stroke:#1b1b1f;stroke-width:1}',
    '.below{opacity:.55}',
    paint,
    '.box.found rect{fill:#e23bd8}',
    '@media (prefers-color-scheme:dark){svg{background:#17171c;color:#e8e8ee}.soft{fill:#a5a5b3}.box:hover rect{stroke:#fff}}',
  ].join('\n');
}
