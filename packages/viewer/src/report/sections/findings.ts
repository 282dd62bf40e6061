import type { Report } from '../../../../hotpath/src/model/report/report.js';
import { element } from '../../dom/element.js';
import { plainText } from '../../theme/plain-text.js';
import { section } from '../section.js';

/** The findings with their advice, warnings first. */
export function createFindings({ findings }: Report): HTMLElement {
  if (findings.length === 0) return section('findings', 'Findings', element('p', { class: 'soft' }, 'None.'));
  const rank = { warning: 0, note: 1 } as const;
  const sorted = [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]);
  const items = sorted.map(({ severity, message, advice, id }) =>
    element(
      'li',
      { class: `finding ${severity}` },
      element('p', { class: 'finding-head' }, element('b', {}, severity), ' ', element('code', {}, id)),
      element('p', {}, `${plainText(message)}.`),
      element('p', { class: 'soft' }, plainText(advice)),
    ),
  );
  return section('findings', 'Findings', element('ul', {}, ...items));
}
