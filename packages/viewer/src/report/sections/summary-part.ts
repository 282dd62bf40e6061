import type { Report } from '../../../../hotpath/src/model/report/report.js';
import { element } from '../../dom/element.js';
import { countOf } from '../../theme/numbers.js';
import { plainText } from '../../theme/plain-text.js';
import { inUnit, signedPercent, timeUnit } from '../../theme/time-unit.js';
import { summaryOf } from './summary.js';

/** The name of the path, its key figures, and a summary in sentences. */
export function createSummary(report: Report): HTMLElement {
  const { path, environment } = report;
  return element(
    'header',
    { class: 'summary' },
    element('h1', {}, element('bdi', {}, plainText(path.name))),
    element('p', { class: 'soft source' }, `${plainText(path.file)}, ${dayOf(environment.startedAt)}`),
    element('ul', { class: 'figures-at-a-glance' }, ...glances(report)),
    element('p', { class: 'sentences' }, summaryOf(report).join(' ')),
  );
}

function glances({ ledger, findings }: Report): HTMLElement[] {
  const { total, explained, unexplained, floor } = ledger;
  const unit = timeUnit(total.mean);
  const half = (total.high - total.low) / 2;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const notes = findings.length - warnings;
  return [
    glance(inUnit(total.mean, unit), unit.name, `per operation, ± ${inUnit(half, unit)} (95%)`, 'first'),
    glance(
      signedPercent(explained),
      '',
      `explained by rows; ${inUnit(unexplained.mean, unit)} ${unit.name} unexplained`,
    ),
    ...(floor
      ? [
          glance(
            floor.ratio.mean.toFixed(1),
            '×',
            `the floor of ${inUnit(floor.time.mean, unit)} ${unit.name}`,
          ),
        ]
      : []),
    glance(String(findings.length), '', findingsText(warnings, notes)),
  ];
}

function findingsText(warnings: number, notes: number): string {
  return `${warnings + notes === 1 ? 'finding' : 'findings'}: ${countOf(warnings, 'warning')}, ${countOf(notes, 'note')}`;
}

function glance(figure: string, unit: string, text: string, name = ''): HTMLElement {
  return element(
    'li',
    { class: name },
    element('b', {}, figure, ...(unit === '' ? [] : [element('small', {}, ` ${unit}`)])),
    element('span', {}, text),
  );
}

/** "2026-01-31 12:00 UTC" of an ISO time. */
function dayOf(startedAt: string): string {
  return `${startedAt.slice(0, 10)} ${startedAt.slice(11, 16)} UTC`;
}
