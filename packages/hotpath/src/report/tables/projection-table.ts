import type { Estimate } from '../../model/report/estimate.js';
import type { Projection, Projections, Scenario } from '../../model/report/projection.js';
import { percent } from '../../model/text/percent.js';
import { inUnit, type TimeUnit, timeUnit } from '../text/units.js';
import { boxTable, type Column } from './layout/box-table.js';
import { treeLines, treeOfIds } from './layout/name-tree.js';

/** Scenarios that every row has, by the titles of their columns. */
const scenarios: Readonly<Record<string, Scenario>> = {
  Garbage: 'no garbage',
  '÷2': '2 times cheaper',
  '÷4': '4 times cheaper',
  '×2': '2 times dearer',
  '×4': '4 times dearer',
};

/** What rows take, and what the path would save if they were gone, cheaper or more expensive. */
export function projectionTable({ total, projections }: Projections, width: number): string {
  const unit = timeUnit(total.mean);
  const removed = projections.filter(({ scenario }) => scenario === 'removed');
  const lines = treeLines(treeOfIds(removed, ({ row }) => row)).map(({ cell, item }) => [
    cell,
    ...(item ? gains(item, projections, total, unit) : []),
  ]);
  return boxTable(
    [
      { title: 'Row', align: 'left' },
      ...rightAligned([`Mean (${unit.name})`, 'Removed', '% Total']),
      { title: 'Trust', align: 'left' },
      ...rightAligned(Object.keys(scenarios)),
    ],
    [lines],
    width,
  );
}

function gains(
  removed: Projection,
  projections: readonly Projection[],
  total: Estimate,
  unit: TimeUnit,
): string[] {
  const gainIn = (scenario: Scenario): string => {
    const found = projections.find((one) => one.row === removed.row && one.scenario === scenario);
    return found ? signed(inUnit(found.gain.mean, unit)) : '·';
  };
  return [
    removed.taken ? inUnit(removed.taken.mean, unit) : '·',
    withInterval(removed.gain, unit),
    percent(removed.gain.mean / total.mean),
    removed.confidence,
    ...Object.values(scenarios).map(gainIn),
  ];
}

/** What other code in the place of rows would save; empty when none was tried. */
export function replacementTable({ total, projections }: Projections, width: number): string {
  const unit = timeUnit(total.mean);
  const replaced = projections.filter(({ scenario }) => scenario.startsWith('replaced by'));
  if (replaced.length === 0) return '';
  const lines = replaced.map(({ row, scenario, gain, collection, confidence }) => [
    `${row} ${scenario}`,
    withInterval(gain, unit),
    percent(gain.mean / total.mean),
    signed(inUnit(collection.mean, unit)),
    confidence,
  ]);
  return boxTable(
    [
      { title: 'Other code', align: 'left' },
      ...rightAligned([`Saves (${unit.name})`, '% Total', 'Garbage']),
      { title: 'Trust', align: 'left' },
    ],
    [lines],
    width,
  );
}

function rightAligned(titles: readonly string[]): Column[] {
  return titles.map((title) => ({ title, align: 'right' }));
}

function withInterval({ mean, low, high }: Estimate, unit: TimeUnit): string {
  return `${signed(inUnit(mean, unit))} ±${inUnit((high - low) / 2, unit)}`;
}

function signed(text: string): string {
  return text.startsWith('-') ? text : `+${text}`;
}
