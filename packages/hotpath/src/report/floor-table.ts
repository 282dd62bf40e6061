import type { NamedOperation, OperationCost } from '../model/operation.js';
import { boxTable } from './box-table.js';
import { inUnit, type TimeUnit, timeUnit } from './units.js';

/** What was declared as floors beside what they are floors of: time, bytes, and how many times a floor the path takes. */
export function floorTable(
  costs: readonly OperationCost[],
  operations: readonly NamedOperation[],
  width: number,
): string {
  const [path, ...floors] = costs as [OperationCost, ...OperationCost[]];
  const unit = timeUnit(path.time.mean);
  const ofPath = floors.filter(({ id }) => rowOf(operations, id) === null).sort(byTime);
  const ofRows = floors.filter(({ id }) => rowOf(operations, id) !== null);
  const line = (cost: OperationCost, title: string, ratio: boolean): string[] => [
    title,
    inUnit(cost.time.mean, unit),
    `±${inUnit((cost.time.high - cost.time.low) / 2, unit)}`,
    Number.isFinite(cost.bytes.mean) ? cost.bytes.mean.toFixed(0) : '·',
    ratio ? `${(path.time.mean / cost.time.mean).toFixed(1)}×` : '',
  ];
  return boxTable(
    columns(unit),
    [
      [line(path, path.name, false)],
      ofPath.map((cost) => line(cost, cost.name, true)),
      ofRows.map((cost) => line(cost, `${rowOf(operations, cost.id)}: ${cost.name}`, false)),
    ].filter((section) => section.length > 0),
    width,
  );
}

function columns(unit: TimeUnit): Parameters<typeof boxTable>[0] {
  const numbers = [`Avg (${unit.name})`, '95% interval', 'Bytes', 'Path / floor'];
  return [{ title: 'Floor', align: 'left' }, ...numbers.map((title) => ({ title, align: 'right' as const }))];
}

function rowOf(operations: readonly NamedOperation[], id: string): string | null {
  return operations.find((operation) => operation.id === id)?.row ?? null;
}

function byTime(a: OperationCost, b: OperationCost): number {
  return a.time.mean - b.time.mean;
}
