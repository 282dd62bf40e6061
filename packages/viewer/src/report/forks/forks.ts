import type { ForkReceipt } from '../../../../hotpath/src/model/report/fork-receipt.js';
import type { Report } from '../../../../hotpath/src/model/report/report.js';
import { element } from '../../dom/element.js';
import { inUnit, signedPercent, type TimeUnit, timeUnit } from '../../theme/time-unit.js';
import { scrollBox, section } from '../section.js';
import { createProcessChart } from './fork-chart.js';
import { processScale } from './fork-scale.js';
import { signedChange, verdictTexts } from './fork-text.js';
import { createLevelLine, levelReach } from './level-line.js';

/** How the whole is distributed over the processes, and how each of them went. */
export function createProcesses({ ledger, policy }: Report): HTMLElement {
  const unit = timeUnit(ledger.total.mean);
  const scale = processScale(ledger);
  const chart = scale
    ? createProcessChart(ledger, scale, unit)
    : element('p', { class: 'soft' }, 'No process has an undisturbed time.');
  return section(
    'processes',
    'Processes',
    chart,
    element('p', { class: 'verdicts' }, verdictSentence(ledger.forks)),
    scrollBox('Processes', processTable(ledger.forks, unit, policy.measureMs)),
  );
}

/** "30 processes: 28 flat, 2 warm (became quicker, then steady)." */
function verdictSentence(forks: readonly ForkReceipt[]): string {
  const counts = new Map<ForkReceipt['steadyState']['verdict'], number>();
  for (const { steadyState } of forks)
    counts.set(steadyState.verdict, (counts.get(steadyState.verdict) ?? 0) + 1);
  const texts = [...counts].map(([verdict, count]) => `${count} ${verdictTexts[verdict]}`);
  return `How they went: ${texts.join('; ')}. Lines show the levels of an operation's time while it was measured.`;
}

const titles = ['Process', 'Replicate', 'Time', 'Calm', 'Course', 'Tier changes', 'Weight', 'Influence'];

function processTable(forks: readonly ForkReceipt[], unit: TimeUnit, measureMs: number): HTMLElement {
  const reach = levelReach(forks);
  const head = titles.map((title) =>
    element('th', { scope: 'col' }, title === 'Time' ? `Time (${unit.name})` : title),
  );
  const rows = forks.map((fork) => processRow(fork, unit, reach, measureMs));
  return element(
    'table',
    { class: 'number-table process-table', 'aria-label': 'Processes' },
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...rows),
  );
}

function processRow(fork: ForkReceipt, unit: TimeUnit, reach: number, measureMs: number): HTMLElement {
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
