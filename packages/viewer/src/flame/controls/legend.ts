import { button, element } from '../../dom/element.js';
import { percentText } from '../../theme/numbers.js';
import type { Parts } from '../state/parts.js';
import { swatch } from './swatch.js';

/** Whose code there is, with its share of the whole; a press pales it and the next one shows it again. */
export function createLegend({ profile, store }: Parts): HTMLElement {
  const { categories, categoryWeights, total } = profile;
  const present = [...categories.keys()].filter((one) => (categoryWeights[one] as number) > 0);
  const entries = present.map((one) => {
    const name = categories[one]?.name ?? '';
    const toggle = button(
      { class: 'legend-entry', title: `Own weight of ${name}; press to pale or show` },
      () => store.change({ paled: toggled(store.get().paled, one) }),
      swatch(one),
      element('span', {}, name),
      element('span', { class: 'soft' }, percentText((categoryWeights[one] as number) / total)),
    );
    return { one, toggle };
  });
  store.watch(['paled'], ({ paled }) => {
    for (const { one, toggle } of entries) toggle.setAttribute('aria-pressed', String(!paled.has(one)));
  });
  const toggles = entries.map(({ toggle }) => toggle);
  return element('div', { class: 'legend', role: 'group', 'aria-label': 'Whose code' }, ...toggles);
}

function toggled(set: ReadonlySet<number>, one: number): ReadonlySet<number> {
  const others = new Set(set);
  if (!others.delete(one)) others.add(one);
  return others;
}
