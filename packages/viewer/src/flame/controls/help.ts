import { button, element } from '../../dom/element.js';
import { keyTexts } from './keys.js';

export interface Help {
  readonly element: HTMLDialogElement;
  open(): void;
}

/** The list of keys, over the page. */
export function createHelp(): Help {
  const rows = keyTexts.flatMap(([keys, does]) => [
    element('dt', {}, ...keys.split(', ').map((key) => element('kbd', {}, key))),
    element('dd', {}, does),
  ]);
  const dialog = element(
    'dialog',
    { class: 'help', 'aria-label': 'Keys' },
    element('h2', {}, 'Keys'),
    element('dl', {}, ...rows),
    element(
      'p',
      { class: 'soft' },
      'A click zooms; a tap selects and a second one zooms. This page loads nothing and sends nothing.',
    ),
    button({ class: 'close' }, () => dialog.close(), 'Close'),
  );
  dialog.addEventListener('click', ({ target }) => {
    // A click beside what it holds.
    if (target === dialog) dialog.close();
  });
  return { element: dialog, open: () => dialog.showModal() };
}
