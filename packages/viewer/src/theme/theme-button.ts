import { button, icon } from '../dom/element.js';

export function themeButton(toggle: () => void): HTMLElement {
  return button(
    { class: 'small', 'aria-label': 'Switch between light and dark', title: 'Switch between light and dark' },
    toggle,
    icon('theme'),
  );
}
