import { element } from '../../dom/element.js';
import { categoryColour } from '../../draw/colours.js';
import type { Theme } from '../../theme/theme.js';
import type { ShownProfile } from '../state/profile.js';

/** Sets the CSS custom properties with the colours of the categories in a theme. */
export function colourSwatches({ categories }: ShownProfile, theme: Theme): void {
  categories.forEach((category, one) => {
    document.documentElement.style.setProperty(`--category-${one}`, categoryColour(category, theme));
  });
}

/** A small square in the colour of a category. */
export function swatch(category: number): HTMLElement {
  const made = element('span', { class: 'swatch' });
  made.style.background = `var(--category-${category})`;
  return made;
}
