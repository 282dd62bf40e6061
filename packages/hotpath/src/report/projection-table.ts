import type { Estimate } from '../model/ledger.js';
import type { Projection, Projections } from '../model/projection.js';
import { boxTable } from './box-table.js';
import { inUnit, percent, timeUnit } from './units.js';

/** What rows take, and what the path would save without them, with half of them and with twice of them. */
export function projectionTable({ total, projections }: Projections, width: number): string {
  const unit = timeUnit(total.mean);
  const rows = [...new Set(projections.map(({ row }) => row))];
  const cell = (one: Projection | undefined): string => (one ? signed(inUnit(one.gain.mean, unit)) : '·');
  const lines = rows.map((row) => {
    const find = (scenario: Projection['scenario']): Projection | undefined =>
      projections.find((one) => one.row === row && one.scenario === scenario);
    const removed = find('removed') as Projection;
    return [
      row,
      inUnit(removed.taken.mean, unit),
      cell(removed),
      `±${inUnit(half(removed.gain), unit)}`,
      percent(removed.gain.mean / total.mean),
      cell(find('half')),
      cell(find('twice')),
      removed.confidence,
    ];
  });
  const numbers = [`Takes (${unit.name})`, 'Removed', '95%', '% Total', 'Half', 'Twice'];
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

function signed(text: string): string {
  return text.startsWith('-') ? text : `+${text}`;
}

function half({ low, high }: Estimate): number {
  return (high - low) / 2;
}
