import { svg } from './svg.js';

type Child = Node | string;

/** Creates an element. Strings become text nodes and are never parsed as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function button(
  attributes: Readonly<Record<string, string>>,
  action: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', action);
  return made;
}

const drawings = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Zm3.6-1.4L14 14',
  previous: 'M3 10l5-5 5 5',
  next: 'M3 6l5 5 5-5',
  theme: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13ZM8 3.2v9.6a4.8 4.8 0 0 1 0-9.6Z',
} as const;

/** An icon of 16 by 16 px in the colour of the surrounding text. */
export function icon(name: keyof typeof drawings): SVGElement {
  return svg(
    'svg',
    { viewBox: '0 0 16 16', class: `icon icon-${name}`, 'aria-hidden': 'true' },
    svg('path', { d: drawings[name] }),
  );
}
