import { relative } from 'node:path';
import type { Estimate, Floor, Ledger, LedgerRow } from '../../model/report/ledger.js';
import { isWaitShown, waitOfRow } from '../../model/report/waiting.js';
import { inUnit, percent, perOperation, type TimeUnit, timeUnit } from '../text/units.js';
import { boxTable, type Column } from './box-table.js';
import { type RowLine, rowLines, withBranches } from './row-lines.js';

export interface TableStyle {
  /** Terminal cells in a line. */
  readonly width: number;
  /** Folder to which file names are relative. */
  readonly folder: string;
  /** Whether each route's own number stands beside the reconciled one. */
  readonly routes?: boolean;
}

/** From this width on the table also has calls, dilation, confidence and place. */
const wide = 120;

/** A line of the table before it is laid out. */
interface Line {
  readonly title: string;
  readonly time: Estimate;
  readonly row?: LedgerRow;
  readonly floor?: Floor | null;
}

/** Columns behind the first, and how a line fills them. */
interface Layout {
  readonly columns: readonly Column[];
  readonly cells: (line: Line) => readonly string[];
}

/** The ledger as a table in the story's shape. A parent's line holds its children's time; its own is their last. */
export function ledgerTable(ledger: Ledger, style: TableStyle): string {
  const unit = timeUnit(ledger.total.mean);
  const share = ({ mean }: Estimate): string => percent(mean / ledger.total.mean);
  const layout = style.routes
    ? routesLayout(unit)
    : timeLayout(unit, share, style, {
        waits:
          ledger.rows.some((row) => waitOfRow(row.waiting)) && (ledger.concurrent || isWaitShown(ledger)),
        floors: ledger.floor !== null || ledger.rows.some((row) => row.floor !== null),
      });
  const columns: Column[] = [{ title: 'Component', align: 'left' }, ...layout.columns];
  const sections = [rowSection(ledger), totalSection(ledger), machineSection(ledger)];
  return boxTable(
    columns,
    sections
      .filter((section) => section.length > 0)
      .map((section) => section.map((line) => [line.title, ...layout.cells(line)])),
    style.width,
  );
}

function timeLayout(
  unit: TimeUnit,
  share: (time: Estimate) => string,
  { width, folder }: TableStyle,
  { waits, floors }: { readonly waits: boolean; readonly floors: boolean },
): Layout {
  const waiting = (row: LedgerRow | undefined): string => {
    const told = waitOfRow(row?.waiting);
    return told ? inUnit(told.mean, unit) : '';
  };
  const narrow: Layout = {
    columns: [
      { title: `Avg (${unit.name})`, align: 'right' },
      { title: '95% interval', align: 'right' },
      { title: '% Total', align: 'right' },
      ...(waits ? [{ title: 'Waiting', align: 'right' } as const] : []),
      ...(floors ? [{ title: '× floor', align: 'right' } as const] : []),
    ],
    cells: ({ time, row, floor }) => [
      inUnit(time.mean, unit),
      interval(time, unit),
      share(time),
      ...(waits ? [waiting(row)] : []),
      ...(floors ? [timesFloor(row?.floor ?? floor)] : []),
    ],
  };
  if (width < wide) return narrow;
  const further: Column[] = [
    { title: 'Bytes', align: 'right' },
    { title: 'Calls', align: 'right' },
    { title: 'Dilation', align: 'right' },
    { title: 'Trust', align: 'left' },
    { title: 'Place', align: 'left' },
  ];
  return {
    columns: [...narrow.columns, ...further],
    cells: (line) => [...narrow.cells(line), ...(line.row ? details(line.row, folder) : [])],
  };
}

function timesFloor(floor: Floor | null | undefined): string {
  // A row that is as uncertain as it is long has no ratio worth telling.
  return floor && floor.ratio.low > 0 ? `${floor.ratio.mean.toFixed(1)}×` : '';
}

function details(row: LedgerRow, folder: string): string[] {
  const place = row.place ? `${relative(folder, row.place.file)}:${row.place.line}` : '';
  const dilation = row.dilation === null ? '' : `${row.dilation.toFixed(2)}×`;
  const bytes = row.allocatedBytes ? row.allocatedBytes.mean.toFixed(0) : '·';
  return [row.kind === 'path' ? bytes : '', perOperation(row.calls), dilation, row.confidence, place];
}

function routesLayout(unit: TimeUnit): Layout {
  const titles = [`Avg (${unit.name})`, 'Spans', 'Marginal', 'Sampled'];
  const cell = (time: Estimate | undefined): string => (time ? inUnit(time.mean, unit) : '·');
  return {
    columns: [
      ...titles.map((title): Column => ({ title, align: 'right' })),
      { title: 'Trust', align: 'left' },
    ],
    cells: ({ time, row }) => {
      const { spans, marginal, sampled } = row?.routes ?? {};
      const own = [spans, marginal, sampled].map((route) => (row ? cell(route?.corrected) : ''));
      return [inUnit(time.mean, unit), ...own, row?.confidence ?? ''];
    },
  };
}

function rowSection(ledger: Ledger): Line[] {
  return rowLines(ledger.rows)
    .map(({ title, row, own }: RowLine) => (own ? { title, time: row } : { title, time: row.inclusive, row }))
    .concat(collectionLines(ledger));
}

/** Kinds of pause below the row of collection, which is the last; one kind alone needs no line. */
function collectionLines({ collections }: Ledger): Line[] {
  if (collections.length < 2) return [];
  return withBranches(collections).map(({ title, item }) => ({ title, time: item }));
}

function totalSection({ total, waiting, unexplained, floor }: Ledger): Line[] {
  return [
    { title: 'TOTAL', time: total, floor },
    ...(isWaitShown({ total, waiting }) ? [{ title: '  └─ of it waiting', time: waiting }] : []),
    { title: 'UNEXPLAINED', time: unexplained },
    ...withBranches(unexplained.parts).map(({ title, item }) => ({ title, time: item })),
  ];
}

function machineSection({ disturbances }: Ledger): Line[] {
  return disturbances.map((part) => ({ title: `on top: ${part.name}`, time: part }));
}

function interval({ mean, low, high }: Estimate, unit: TimeUnit): string {
  return Number.isFinite(high - low)
    ? `±${inUnit((high - low) / 2, unit)}`
    : `± unknown${Number.isFinite(mean) ? '' : '?'}`;
}
