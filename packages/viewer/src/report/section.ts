import { element } from '../dom/element.js';

/** A part of a report below its title. */
export function section(name: string, title: string, ...children: readonly (Node | string)[]): HTMLElement {
  return element(
    'section',
    { class: `part ${name}`, 'aria-label': title },
    element('h2', {}, title),
    ...children,
  );
}

/** A wide table in a box of its own, in which it scrolls; reached by the keyboard, so that it can be scrolled by it. */
export function scrollBox(label: string, table: HTMLElement): HTMLElement {
  return element('div', { class: 'scroll-box', role: 'region', 'aria-label': label, tabindex: '0' }, table);
}

/** Names with what stands for them. */
export function factList(facts: readonly (readonly [name: string, text: string])[]): HTMLElement {
  const entries = facts.map(([name, text]) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, text)),
  );
  return element('dl', { class: 'fact-list' }, ...entries);
}
