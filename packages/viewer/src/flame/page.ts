import { element } from '../dom/element.js';
import { whilePrinting } from '../theme/printer.js';
import { createThemeSwitch } from '../theme/theme.js';
import { themeButton } from '../theme/theme-button.js';
import { colourSwatches } from './controls/swatch.js';
import { createHeading, helpButton } from './heading.js';
import type { ShownProfile } from './state/profile.js';
import { createFlameView } from './view.js';

/** Builds the page. */
export function showPage(profile: ShownProfile, icicle: boolean): void {
  const recolours = [(): void => colourSwatches(profile, theme.current())];
  const theme = createThemeSwitch(() => {
    for (const recolour of recolours) recolour();
  });
  if (profile.total === 0) {
    document.body.append(createHeading(profile, [themeButton(theme.toggle)]), emptyPage());
    return;
  }
  const view = createFlameView(profile, icicle, { theme, region: document.body, prefix: '' });
  document.body.append(
    createHeading(profile, [themeButton(theme.toggle), helpButton(view.help)]),
    view.controls,
    element('main', {}, view.body),
    ...view.overlays,
  );
  recolours.push(view.recolour);
  for (const recolour of recolours) recolour();
  // Print is light, and needs the drawing before the next frame.
  whilePrinting(() => [theme.during('light'), view.freeze()]);
}

function emptyPage(): HTMLElement {
  return element(
    'main',
    { class: 'empty' },
    element('p', {}, 'There are no samples to draw. Record for longer, or at a higher rate.'),
  );
}
