import type { Dose, Recovery } from '../../model/measurement/verification.js';
import { boxTable, type Cell, type Column } from './box-table.js';
import { treeLines, treeOfIds } from './name-tree.js';

const columns: readonly Column[] = [
  { title: 'Row', align: 'left' },
  { title: 'Given', align: 'right' },
  { title: 'Recovered', align: 'right' },
  { title: 'Error', align: 'right' },
  { title: 'Found', align: 'left' },
  { title: 'Worst leak', align: 'right' },
  { title: 'Clean rows', align: 'right' },
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
  const half = (recovered.high - recovered.low) / 2;
  return [
    quantity(given, dose),
    `${quantity(recovered.mean, dose)} ±${quantity(half, dose)}`,
    `${((100 * (recovered.mean - given)) / given).toFixed(1)}%`,
    found,
    leak ? `${quantity(leak.mean, dose)} ±${quantity((leak.high - leak.low) / 2, dose)}` : '·',
    contained === null ? '·' : `${others.pass} of ${others.pass + others.fail + others.unsure}`,
  ];
}

function quantity(value: number, { kind }: Dose): string {
  if (kind === 'allocation') return `${value.toFixed(0)} B`;
  return Math.abs(value) >= 9999.5 ? `${(value / 1000).toFixed(1)} µs` : `${value.toFixed(1)} ns`;
}
