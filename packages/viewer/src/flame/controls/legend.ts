import { button, element } from '../../dom/element.js';
import { percentText } from '../../theme/numbers.js';
import type { Parts } from '../state/parts.js';
import { swatch } from './swatch.js';

/** The categories of code with their share of the total. A press dims a category, the next one restores it. */
export function createLegend({ profile, store }: Parts): HTMLElement {
  const { categories, categoryWeights, total } = profile;
  const present = [...categories.keys()].filter((one) => (categoryWeights[one] as number) > 0);
  const entries = present.map((one) => {
    const name = categories[one]?.name ?? '';
    const toggle = button(
      { class: 'legend-entry', title: `Own weight of ${name}. Press to dim or restore` },
      () => store.change({ dimmed: toggled(store.get().dimmed, one) }),
      swatch(one),
      element('span', {}, name),
      element('span', { class: 'soft' }, percentText((categoryWeights[one] as number) / total)),
    );
    return { one, toggle };
  });
  store.watch(['dimmed'], ({ dimmed }) => {
    for (const { one, toggle } of entries) toggle.setAttribute('aria-pressed', String(!dimmed.has(one)));
  });
  const toggles = entries.map(({ toggle }) => toggle);
  return element('div', { class: 'legend', role: 'group', 'aria-label': 'Categories of code' }, ...toggles);
}

function toggled(set: ReadonlySet<number>, one: number): ReadonlySet<number> {
  const others = new Set(set);
  if (!others.delete(one)) others.add(one);
  return others;
}
