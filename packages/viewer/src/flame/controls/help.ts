import { button, element } from '../../dom/element.js';
import { keyTexts } from './keys.js';

export interface Help {
  readonly element: HTMLDialogElement;
  open(): void;
}

/** A dialog that lists the keyboard shortcuts. */
export function createHelp(): Help {
  const rows = keyTexts.flatMap(([keys, does]) => [
    element('dt', {}, ...keys.split(', ').map((key) => element('kbd', {}, key))),
    element('dd', {}, does),
  ]);
  const dialog = element(
    'dialog',
    { class: 'help', 'aria-label': 'Keyboard shortcuts' },
    element('h2', {}, 'Keyboard shortcuts'),
    element('dl', {}, ...rows),
    element(
      'p',
      { class: 'soft' },
      'With a mouse, a click zooms. On a touch screen, the first tap selects and the second zooms. This page loads nothing from the network and sends nothing.',
    ),
    button({ class: 'close' }, () => dialog.close(), 'Close'),
  );
  dialog.addEventListener('click', ({ target }) => {
    // A click on the backdrop.
    if (target === dialog) dialog.close();
  });
  return { element: dialog, open: () => dialog.showModal() };
}
