import { button, element } from '../dom/element.js';
import { countOf, percentText, weightText } from '../theme/numbers.js';
import type { ShownProfile } from './state/profile.js';

/** Title, summary, and what was left out of the page. */
export function createHeading(profile: ShownProfile, tools: readonly HTMLElement[]): HTMLElement {
  const { title, said } = profile;
  const texts = element(
    'div',
    {},
    element('h1', {}, element('bdi', {}, title)),
    element('p', { class: 'soft' }, said),
  );
  const leftOut = leftOutText(profile);
  if (leftOut !== '') texts.append(element('p', { class: 'left-out' }, leftOut));
  return element('header', { class: 'heading' }, texts, element('div', { class: 'tools' }, ...tools));
}

function leftOutText({ leftOut, total, unit }: ShownProfile): string {
  if (leftOut.calls === 0 || total === 0) return '';
  if (leftOut.weight === 0)
    return `${countOf(leftOut.calls, 'call')} of zero weight ${leftOut.calls === 1 ? 'is' : 'are'} left out.`;
  const share = percentText(total > 0 ? leftOut.weight / total : 0);
  return `The lightest ${countOf(leftOut.calls, 'call')} ${leftOut.calls === 1 ? 'is' : 'are'} left out: ${share} of total (${weightText(leftOut.weight, unit)}). All totals include them.`;
}

export function helpButton(open: () => void): HTMLElement {
  return button(
    { class: 'small', 'aria-label': 'Keyboard shortcuts', title: 'Keyboard shortcuts (?)' },
    open,
    '?',
  );
}
