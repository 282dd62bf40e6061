import type { ForkReceipt } from '../../../../hotpath/src/model/report/fork-receipt.js';
import type { Report } from '../../../../hotpath/src/model/report/report.js';
import { element } from '../../dom/element.js';
import { inUnit, signedPercent, type TimeUnit, timeUnit } from '../../theme/time-unit.js';
import { scrollBox, section } from '../section.js';
import { createForkChart } from './fork-chart.js';
import { forkScale } from './fork-scale.js';
import { signedChange, verdictTexts } from './fork-text.js';
import { createLevelLine, levelReach } from './level-line.js';

/** The distribution of the whole over the forks, and the course of each fork. */
export function createForks({ ledger, policy }: Report): HTMLElement {
  const unit = timeUnit(ledger.total.mean);
  const scale = forkScale(ledger);
  const chart = scale
    ? createForkChart(ledger, scale, unit)
    : element('p', { class: 'soft' }, 'No fork has a clean time.');
  return section(
    'forks',
    'Forks',
    chart,
    element('p', { class: 'verdicts' }, verdictSentence(ledger.forks)),
    scrollBox('Forks', forkTable(ledger.forks, unit, policy.measureMs)),
  );
}

/** "Steady state: 28 flat: one level; 2 warm: became faster, then settled." */
function verdictSentence(forks: readonly ForkReceipt[]): string {
  const counts = new Map<ForkReceipt['steadyState']['verdict'], number>();
  for (const { steadyState } of forks)
    counts.set(steadyState.verdict, (counts.get(steadyState.verdict) ?? 0) + 1);
  const texts = [...counts].map(([verdict, count]) => `${count} ${verdictTexts[verdict]}`);
  return `Steady state: ${texts.join('; ')}. The lines in the table show the levels of the time per operation while the fork measured.`;
}

const titles = ['Fork', 'Replicate', 'Mean', 'Calm', 'Course', 'Tier changes', 'Weight', 'Influence'];

function forkTable(forks: readonly ForkReceipt[], unit: TimeUnit, measureMs: number): HTMLElement {
  const reach = levelReach(forks);
  const head = titles.map((title) =>
    element('th', { scope: 'col' }, title === 'Mean' ? `Mean (${unit.name})` : title),
  );
  const rows = forks.map((fork) => forkRow(fork, unit, reach, measureMs));
  return element(
    'table',
    { class: 'number-table fork-table', 'aria-label': 'Forks' },
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...rows),
  );
}

function forkRow(fork: ForkReceipt, unit: TimeUnit, reach: number, measureMs: number): HTMLElement {
  const { index, replicate, cleanNs, calmShare, steadyState, tierChanges, weight, influence } = fork;
  const number = (text: string): HTMLElement => element('td', { class: 'number' }, text);
  const course = element('span', { class: `verdict ${steadyState.verdict}` }, steadyState.verdict);
  return element(
    'tr',
    { class: weight === 0 ? 'unused' : '' },
    element('th', { scope: 'row' }, String(index)),
    number(String(replicate)),
    number(inUnit(cleanNs, unit)),
    number(signedPercent(calmShare)),
    element('td', { class: 'course' }, createLevelLine(steadyState.levels, reach, measureMs), course),
    number(tierChanges === null ? '' : String(tierChanges)),
    number(weight === 0 ? 'set aside' : signedPercent(weight)),
    number(signedChange(influence)),
  );
}
