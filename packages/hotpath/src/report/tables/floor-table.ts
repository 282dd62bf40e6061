import type { FloorCost } from '../../model/report/ledger.js';
import type { Report } from '../../model/report/report.js';
import { inUnit, type TimeUnit, timeUnit } from '../text/units.js';
import { boxTable } from './layout/box-table.js';

/** The declared floors, the lowest first: time, bytes, and the time of the path or row as a multiple of the floor. */
export function floorTable({ path, ledger, floors }: Report, width: number): string {
  const { total, allocatedBytes } = ledger;
  const unit = timeUnit(total.mean);
  const whole = [path.name, ...numbers(total, allocatedBytes, unit), ''];
  const line = (floor: FloorCost): string[] => [
    floor.row === null ? floor.name : `${floor.row}: ${floor.name}`,
    ...numbers(floor.time, floor.bytes, unit),
    `${floor.ratio.mean.toFixed(1)}×`,
  ];
  const byTime = floors.toSorted((a, b) => a.time.mean - b.time.mean);
  const ofPath = byTime.filter(({ row }) => row === null);
  const ofRows = byTime.filter(({ row }) => row !== null);
  return boxTable(
    columns(unit),
    [[whole], ofPath.map(line), ofRows.map(line)].filter((section) => section.length > 0),
    width,
  );
}

function numbers(time: FloorCost['time'], bytes: FloorCost['bytes'], unit: TimeUnit): string[] {
  return [
    inUnit(time.mean, unit),
    `±${inUnit((time.high - time.low) / 2, unit)}`,
    Number.isFinite(bytes.mean) ? bytes.mean.toFixed(0) : '·',
  ];
}

function columns(unit: TimeUnit): Parameters<typeof boxTable>[0] {
  const titles = [`Mean (${unit.name})`, '95% interval', 'Bytes', '× floor'];
  return [{ title: 'Floor', align: 'left' }, ...titles.map((title) => ({ title, align: 'right' as const }))];
}
