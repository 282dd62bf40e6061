import type { Interval } from '../../model/path/operation.js';
import type { ErrorCosts } from '../../model/report/costs.js';
import { percent } from '../../model/text/percent.js';
import { inUnit, type TimeUnit, timeUnit } from '../text/units.js';
import { boxTable } from './layout/box-table.js';

/** A table for each set of circumstances, with a column for each depth. */
export function errorTables(costs: readonly ErrorCosts[], width: number): string {
  const tables = grouped(costs).map(({ title, members }) => `${title}\n${errorTable(members, width)}\n`);
  const legend = costs.some(({ shares }) => shares.length > 0)
    ? ['% of all: share of throwing, catching and serializing\n']
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

/** Costs whose circumstances differ only in depth. */
function grouped(costs: readonly ErrorCosts[]): Group[] {
  const titles = [...new Set(costs.map(titleOf))];
  return titles.map((title) => ({ title, members: costs.filter((one) => titleOf(one) === title) }));
}

function titleOf({ async, sourceMaps, limit, depth }: ErrorCosts): string {
  const calls = async ? 'through functions that await' : 'through plain calls';
  const frames = limit === depth ? 'Error.stackTraceLimit as deep' : `Error.stackTraceLimit ${limit}`;
  return `${calls}, ${frames}, source maps ${sourceMaps ? 'on' : 'off'}`;
}
