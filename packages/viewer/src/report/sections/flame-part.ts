import type { FlamePayload } from '../../../../hotpath/src/model/profiles/flame-payload.js';
import { element } from '../../dom/element.js';
import { colourSwatches } from '../../flame/controls/swatch.js';
import { helpButton } from '../../flame/heading.js';
import { readProfile } from '../../flame/state/profile.js';
import { createFlameView } from '../../flame/view.js';
import type { PageContext } from '../page-context.js';
import { section } from '../section.js';

export interface FlamePart {
  readonly element: HTMLElement;
  readonly overlays: readonly HTMLElement[];
  recolour(): void;
  freeze(): () => void;
}

/** The flame graph of the path. Rows appear as boxes among the functions. */
export function createFlamePart(payload: FlamePayload, { theme, prefix }: PageContext): FlamePart {
  const profile = readProfile(payload);
  const holder = element('div', { class: 'flame' });
  const view = createFlameView(profile, payload.icicle, { theme, region: holder, prefix });
  const deepest = payload.calls.depth.reduce((most, depth) => Math.max(most, depth), 0);
  holder.style.setProperty('--rows', String(deepest + 1));
  holder.append(view.controls, view.body);
  const intro = element(
    'div',
    { class: 'flame-intro' },
    element(
      'p',
      { class: 'soft' },
      `${profile.said}. Rows of the ledger are boxes with a colour of their own.`,
    ),
    helpButton(view.help),
  );
  return {
    element: section('flame-part', 'Flame graph', intro, holder),
    overlays: view.overlays,
    recolour() {
      colourSwatches(profile, theme.current());
      view.recolour();
    },
    freeze: view.freeze,
  };
}
