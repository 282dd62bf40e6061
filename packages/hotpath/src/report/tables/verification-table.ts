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
    known((100 * (recovered.mean - given)) / given, (share) => `${share.toFixed(1)}%`),
    found ?? '·',
    leak ? withInterval(leak, dose) : '·',
    contained === null ? '·' : `${others.pass} of ${others.pass + others.fail + others.unsure}`,
  ];
}

/** Both in the unit of the mean. */
function withInterval({ mean, low, high }: Estimate, dose: Dose): string {
  const { ns, name, digits } = unitOf(mean, dose);
  const half = known((high - low) / 2 / ns, (value) => value.toFixed(digits));
  return known(mean / ns, (value) => `${value.toFixed(digits)} ±${half} ${name}`);
}

function quantity(value: number, dose: Dose): string {
  const { ns, name, digits } = unitOf(value, dose);
  return known(value / ns, (number) => `${number.toFixed(digits)} ${name}`);
}

/** A dot for what is unknown: a share of nothing, or bytes where every batch had a collection. */
function known(value: number, text: (value: number) => string): string {
  return Number.isFinite(value) ? text(value) : '·';
}

function unitOf(value: number, { kind }: Dose): { name: string; ns: number; digits: number } {
  if (kind === 'allocation') return { name: 'B', ns: 1, digits: 0 };
  return Math.abs(value) >= 9999.5 ? { name: 'µs', ns: 1000, digits: 1 } : { name: 'ns', ns: 1, digits: 1 };
}
