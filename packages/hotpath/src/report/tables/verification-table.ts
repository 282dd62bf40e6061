import type { Dose, Recovery } from '../../model/measurement/verification.js';
import type { Estimate } from '../../model/report/estimate.js';
import { boxTable, type Cell, type Column } from './layout/box-table.js';
import { treeLines, treeOfIds } from './layout/name-tree.js';

const columns: readonly Column[] = [
  { title: 'Row', align: 'left' },
  { title: 'Given', align: 'right' },
  { title: 'Recovered', align: 'right' },
  { title: 'Error', align: 'right' },
  { title: 'Found', align: 'left' },
  { title: 'Worst leak', align: 'right' },
  { title: 'No leak', align: 'right' },
];

/** What was put into each row and what was measured, with a section for each dose. */
export function verificationTable(recoveries: readonly Recovery[], width: number): string {
  const doses = [...new Set(recoveries.map(({ dose }) => dose))];
  const sections = doses.map((dose) => doseSection(recoveries.filter((recovery) => recovery.dose === dose)));
  return boxTable(columns, sections, width);
}

function doseSection(recoveries: readonly Recovery[]): Cell[][] {
  return treeLines(treeOfIds(recoveries, ({ row }) => row)).map(({ cell, item }) => [
    cell,
    ...(item ? numbers(item) : []),
  ]);
}

function numbers({ dose, given, recovered, leak, found, contained, others }: Recovery): string[] {
  return [
    quantity(given, dose),
    withInterval(recovered, dose),
    `${((100 * (recovered.mean - given)) / given).toFixed(1)}%`,
    found,
    leak ? withInterval(leak, dose) : '·',
    contained === null ? '·' : `${others.pass} of ${others.pass + others.fail + others.unsure}`,
  ];
}

function withInterval({ mean, low, high }: Estimate, dose: Dose): string {
  const [middle, half] = [quantity(mean, dose), quantity((high - low) / 2, dose)];
  const unit = half.slice(half.lastIndexOf(' '));
  return `${middle.endsWith(unit) ? middle.slice(0, -unit.length) : middle} ±${half}`;
}

function quantity(value: number, { kind }: Dose): string {
  if (kind === 'allocation') return `${value.toFixed(0)} B`;
  return Math.abs(value) >= 9999.5 ? `${(value / 1000).toFixed(1)} µs` : `${value.toFixed(1)} ns`;
}
