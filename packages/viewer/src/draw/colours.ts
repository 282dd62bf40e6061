import type { PayloadCategory } from '../../../hotpath/src/model/profiles/flame-payload.js';
import type { Theme } from '../theme/theme.js';

/** What decides a box's colour. */
export interface Coloured {
  readonly name: string;
  readonly packageName: string;
  readonly category: number;
}

const shades = 5;

/** Of the darkest shade, and from shade to shade, in per cent. Dark text is readable on all. */
const lightness = { light: [70, 2.8], dark: [60, 2.4] } as const;

/** The colour of each function: its category's hue, turned a little by its package, in a shade by its name. */
export function functionColours(
  functions: readonly Coloured[],
  categories: readonly PayloadCategory[],
  theme: Theme,
): string[] {
  return functions.map(({ name, packageName, category }) => {
    const { hue, saturation } = categories[category] as PayloadCategory;
    const turn = packageName === '' ? 0 : 4 * ((hashOf(packageName) % 5) - 2);
    return colour(hue + turn, saturation, hashOf(name) % shades, theme);
  });
}

/** A category's own colour. */
export function categoryColour({ hue, saturation }: PayloadCategory, theme: Theme): string {
  return colour(hue, saturation, 1, theme);
}

function colour(hue: number, saturation: number, shade: number, theme: Theme): string {
  const [darkest, step] = lightness[theme];
  const calm = theme === 'dark' ? 0.7 : 0.9;
  return `hsl(${hue} ${Math.round(calm * saturation)}% ${darkest + step * shade}%)`;
}

/** A number from 0 that is the same for the same text. */
function hashOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < Math.min(text.length, 64); index++)
    hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return Math.abs(hash);
}
