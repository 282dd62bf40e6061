import type { FloorCost } from '../../../../hotpath/src/model/report/ledger.js';
import type { Report } from '../../../../hotpath/src/model/report/report.js';
import { element } from '../../dom/element.js';
import { plainText } from '../../theme/plain-text.js';
import { inUnit, type TimeUnit, timeUnit } from '../../theme/time-unit.js';
import type { BarScale } from '../ledger/bar-scale.js';
import { createBars } from '../ledger/bars.js';
import { scrollBox, section } from '../section.js';

/** The section on floors; none if no floors were measured. */
export function createFloors(report: Report): HTMLElement[] {
  if (report.floors.length === 0) return [];
  return [
    section(
      'floors',
      'Floors',
      element(
        'p',
        { class: 'soft' },
        'The cheapest code that could do the same work, measured in the same forks.',
      ),
      scrollBox('Floors', floorTable(report)),
    ),
  ];
}

/** The path, its floors, and the floors of its rows, each sorted from fastest to slowest, as in the terminal. */
function floorTable({ path, ledger, floors }: Report): HTMLElement {
  const unit = timeUnit(ledger.total.mean);
  const whole = { name: plainText(path.name), time: ledger.total, bytes: ledger.allocatedBytes, times: '' };
  const lines = floors.toSorted((a, b) => a.time.mean - b.time.mean);
  const ofPath = lines.filter(({ row }) => row === null);
  const ofRows = lines.filter(({ row }) => row !== null);
  const titles = ['Floor', 'Mean with 95% interval', `Mean (${unit.name})`, '± 95%', 'Bytes', 'Path / floor'];
  const scale = floorScale(floors);
  const groups = [[whole], ofPath.map(lineOf), ofRows.map(lineOf)].filter((group) => group.length > 0);
  return element(
    'table',
    { class: 'number-table floor-table', 'aria-label': 'Floors' },
    element('thead', {}, element('tr', {}, ...titles.map((title) => element('th', { scope: 'col' }, title)))),
    ...groups.map((group) => element('tbody', {}, ...group.map((line) => floorRow(line, scale, unit)))),
  );
}

/** Covers the floors only, so that they differ visibly. The path is many times as long; its bar is drawn as cut. */
function floorScale(floors: readonly FloorCost[]): BarScale {
  const ends = floors.flatMap(({ time }) => [time.mean, time.high]).filter(Number.isFinite);
  return { from: 0, to: Math.max(1, ...ends) };
}

interface FloorLine extends Pick<FloorCost, 'name' | 'time' | 'bytes'> {
  /** Time of the path, or of the row, divided by the time of the floor. */
  readonly times: string;
}

function lineOf({ row, name, time, bytes, ratio }: FloorCost): FloorLine {
  const text = plainText(row === null ? name : `${row}: ${name}`);
  return { name: text, time, bytes, times: `${ratio.mean.toFixed(1)}×` };
}

function floorRow({ name, time, bytes, times }: FloorLine, scale: BarScale, unit: TimeUnit): HTMLElement {
  const number = (text: string): HTMLElement => element('td', { class: 'number' }, text);
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, element('bdi', {}, name)),
    element('td', { class: 'bar-cell' }, createBars({ name, time, row: null }, scale, unit)),
    number(inUnit(time.mean, unit)),
    number(inUnit((time.high - time.low) / 2, unit)),
    number(Number.isFinite(bytes.mean) ? bytes.mean.toFixed(0) : ''),
    number(times),
  );
}
