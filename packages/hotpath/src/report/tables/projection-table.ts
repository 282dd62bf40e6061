import type { Estimate } from '../../model/report/ledger.js';
import type { Projection, Projections, Scenario } from '../../model/report/projection.js';
import { inUnit, percent, timeUnit } from '../text/units.js';
import { boxTable } from './box-table.js';

/** Scenarios that every row has, by the titles of their columns. */
const columns: Readonly<Record<string, Scenario>> = {
  '÷2': '2 times cheaper',
  '÷4': '4 times cheaper',
  '×2': '2 times dearer',
  '×4': '4 times dearer',
};

/** What rows take, and what the path would save without them, and if they were cheaper or dearer. */
export function projectionTable({ total, projections }: Projections, width: number): string {
  const unit = timeUnit(total.mean);
  const cell = (one: Projection | undefined): string => (one ? signed(inUnit(one.gain.mean, unit)) : '·');
  const removed = projections.filter(({ scenario }) => scenario === 'removed');
  const lines = removed.map((one) => {
    const find = (scenario: Scenario): Projection | undefined =>
      projections.find((other) => other.row === one.row && other.scenario === scenario);
    return [
      one.row,
      one.taken ? inUnit(one.taken.mean, unit) : '·',
      `${cell(one)} ±${inUnit(half(one.gain), unit)}`,
      percent(one.gain.mean / total.mean),
      cell(find('no garbage')),
      ...Object.values(columns).map((scenario) => cell(find(scenario))),
      one.confidence,
    ];
  });
  const numbers = [`Takes (${unit.name})`, 'Removed', '% Total', 'Garbage', ...Object.keys(columns)];
  return boxTable(
    [
      { title: 'Row', align: 'left', cut: 'front' },
      ...numbers.map((title) => ({ title, align: 'right' as const })),
      { title: 'Trust', align: 'left' },
    ],
    [lines],
    width,
  );
}

/** What other code in rows' places would save; empty where none was tried. */
export function replacementTable({ total, projections }: Projections, width: number): string {
  const unit = timeUnit(total.mean);
  const replaced = projections.filter(({ scenario }) => scenario.startsWith('replaced by'));
  if (replaced.length === 0) return '';
  const lines = replaced.map(({ row, scenario, gain, collection, confidence }) => [
    `${row} ${scenario}`,
    `${signed(inUnit(gain.mean, unit))} ±${inUnit(half(gain), unit)}`,
    percent(gain.mean / total.mean),
    signed(inUnit(collection.mean, unit)),
    confidence,
  ]);
  return boxTable(
    [
      { title: 'Other code', align: 'left', cut: 'front' },
      { title: `Saves (${unit.name})`, align: 'right' },
      { title: '% Total', align: 'right' },
      { title: 'Garbage', align: 'right' },
      { title: 'Trust', align: 'left' },
    ],
    [lines],
    width,
  );
}

function signed(text: string): string {
  return text.startsWith('-') ? text : `+${text}`;
}

function half({ low, high }: Estimate): number {
  return (high - low) / 2;
}
