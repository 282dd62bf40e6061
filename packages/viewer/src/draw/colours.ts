import type { PayloadCategory } from '../../../hotpath/src/model/profiles/flame-payload.js';
import type { Theme } from '../theme/theme.js';

/** What determines the colour of a box. */
export interface Coloured {
  readonly name: string;
  readonly packageName: string;
  readonly category: number;
}

const shades = 5;

/** HSL lightness of the darkest shade, and the step between shades, in percent. Dark text is readable on all of them. */
const lightness = { light: [70, 2.8], dark: [60, 2.4] } as const;

/** One colour per function: the hue of its category, shifted by at most 8 degrees by its package, and a shade chosen by its name. */
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

/** The colour of a category in the legend. */
export function categoryColour({ hue, saturation }: PayloadCategory, theme: Theme): string {
  return colour(hue, saturation, 1, theme);
}

function colour(hue: number, saturation: number, shade: number, theme: Theme): string {
  const [darkest, step] = lightness[theme];
  const fade = theme === 'dark' ? 0.7 : 0.9;
  return `hsl(${hue} ${Math.round(fade * saturation)}% ${darkest + step * shade}%)`;
}

/** A deterministic hash of a text, 0 or larger. */
function hashOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < Math.min(text.length, 64); index++)
    hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return Math.abs(hash);
}
