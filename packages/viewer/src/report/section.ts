import { element } from '../dom/element.js';

/** A section with its heading. */
export function section(name: string, title: string, ...children: readonly (Node | string)[]): HTMLElement {
  return element(
    'section',
    { class: `part ${name}`, 'aria-label': title },
    element('h2', {}, title),
    ...children,
  );
}

/** A box in which a wide table scrolls. It takes the focus, so that the keyboard can scroll it. */
export function scrollBox(label: string, table: HTMLElement): HTMLElement {
  return element('div', { class: 'scroll-box', role: 'region', 'aria-label': label, tabindex: '0' }, table);
}

/** A list of names and values. */
export function factList(facts: readonly (readonly [name: string, text: string])[]): HTMLElement {
  const entries = facts.map(([name, text]) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, text)),
  );
  return element('dl', { class: 'fact-list' }, ...entries);
}
