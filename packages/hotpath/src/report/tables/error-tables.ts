import type { Interval } from '../../model/path/operation.js';
import type { ErrorCosts } from '../../model/report/costs.js';
import { inUnit, percent, type TimeUnit, timeUnit } from '../text/units.js';
import { boxTable } from './box-table.js';

/** Room for the names of phases, and for one cell, in terminal cells. */
const namesWidth = 31;
const cellWidth = 16;

/** Costs under circumstances that differ by nothing but the depth stand beside each other; a table for each other one. */
export function errorTables(costs: readonly ErrorCosts[], width: number): string {
  const beside = Math.max(1, Math.floor((width - namesWidth) / cellWidth));
  const tables = grouped(costs).flatMap(({ title, members }) =>
    chunks(members, beside).map((some) => `${title}\n${errorTable(some, width)}\n`),
  );
  const legend = costs.some(({ shares }) => shares.length > 0)
    ? ['% of all: of throwing, catching and serializing\n']
    : [];
  return [...tables, ...legend].join('\n');
}

function errorTable(members: readonly ErrorCosts[], width: number): string {
  const [first] = members as [ErrorCosts, ...ErrorCosts[]];
  const unit = timeUnit(Math.max(...first.phases.map(({ time }) => time.mean)));
  const times = first.phases.map(({ name }, row) => [
    name,
    ...members.map(({ phases }) => timeCell(phases[row]?.time, unit)),
  ]);
  const shares = first.shares.map(({ name }, row) => [
    `% of all: ${name}`,
    ...members.map(({ shares: own }) => shareCell(own[row]?.share)),
  ]);
  return boxTable(
    [
      { title: `Phase (${unit.name})`, align: 'left' },
      ...members.map(({ depth }) => ({ title: `${depth} deep`, align: 'right' as const })),
    ],
    [times, shares].filter((section) => section.length > 0),
    width,
  );
}

function timeCell(time: Interval | undefined, unit: TimeUnit): string {
  if (!time) return '';
  return `${inUnit(time.mean, unit)} ±${inUnit((time.high - time.low) / 2, unit)}`;
}

function shareCell(share: Interval | undefined): string {
  return share ? `${percent(share.mean)} ±${percent((share.high - share.low) / 2)}` : '';
}

interface Group {
  readonly title: string;
  readonly members: readonly ErrorCosts[];
}

function grouped(costs: readonly ErrorCosts[]): Group[] {
  const titles = [...new Set(costs.map(titleOf))];
  return titles.map((title) => ({ title, members: costs.filter((one) => titleOf(one) === title) }));
}

function titleOf({ async, sourceMaps, limit, depth }: ErrorCosts): string {
  const calls = async ? 'through functions that await' : 'through plain calls';
  const frames = limit === depth ? 'Error.stackTraceLimit as deep' : `Error.stackTraceLimit ${limit}`;
  return `${calls}, ${frames}, source maps ${sourceMaps ? 'on' : 'off'}`;
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
