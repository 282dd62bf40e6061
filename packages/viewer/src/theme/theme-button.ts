import { button, icon } from '../dom/element.js';

export function themeButton(toggle: () => void): HTMLElement {
  return button(
    { class: 'small', 'aria-label': 'Light or dark', title: 'Light or dark' },
    toggle,
    icon('theme'),
  );
}
