import { relative } from 'node:path';
import type { Estimate } from '../../model/report/estimate.js';
import type { Floor, Ledger, LedgerRow } from '../../model/report/ledger.js';
import { isWaitShown, waitOfRow } from '../../model/report/waiting.js';
import { percent } from '../../model/text/percent.js';
import { inUnit, perOperation, type TimeUnit, timeUnit } from '../text/units.js';
import { boxTable, type Column } from './layout/box-table.js';
import { treeLines } from './layout/name-tree.js';
import { ledgerSections, type Shown } from './ledger-sections.js';

export interface TableStyle {
  /** Terminal cells in a line. */
  readonly width: number;
  /** Folder to which file names are relative. */
  readonly folder: string;
  /** Whether each route's own number is shown next to the reconciled one. */
  readonly routes?: boolean;
}

/** From this width on the table also has bytes, calls, dilation, confidence and place. */
const wide = 120;

/** From this width on the table of routes also has the confidence. */
const roomForTrust = 90;

/** The columns after the first, and how a line fills them. */
interface Layout {
  readonly columns: readonly Column[];
  readonly cells: (shown: Shown) => readonly string[];
}

/** The ledger as a table. A row's line includes its child rows; the time of the row itself is the last line below it. */
export function ledgerTable(ledger: Ledger, style: TableStyle): string {
  const unit = timeUnit(ledger.total.mean);
  const share = ({ mean }: Estimate): string => percent(mean / ledger.total.mean);
  const layout = style.routes
    ? routesLayout(unit, style.width)
    : timeLayout(unit, share, style, {
        waits:
          ledger.rows.some((row) => waitOfRow(row.waiting)) && (ledger.concurrent || isWaitShown(ledger)),
        floors: ledger.floor !== null || ledger.rows.some((row) => row.floor !== null),
      });
  const columns: Column[] = [{ title: 'Row', align: 'left' }, ...layout.columns];
  const sections = ledgerSections(ledger).map(treeLines);
  return boxTable(
    columns,
    sections.map((section) => section.map(({ cell, item }) => [cell, ...layout.cells(item)])),
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
    const wait = waitOfRow(row?.waiting);
    return wait ? inUnit(wait.mean, unit) : '';
  };
  const narrow: Layout = {
    columns: [
      { title: `Mean (${unit.name})`, align: 'right' },
      { title: '95% interval', align: 'right' },
      { title: '% Total', align: 'right' },
      ...(waits ? [{ title: 'Off-CPU', align: 'right' } as const] : []),
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
    { title: 'Bytes', align: 'right', optional: true },
    { title: 'Calls', align: 'right', optional: true },
    { title: 'Dilation', align: 'right', optional: true },
    { title: 'Trust', align: 'left', optional: true },
    { title: 'Place', align: 'left', optional: true, holds: 'places' },
  ];
  return {
    columns: [...narrow.columns, ...further],
    cells: (shown) => [...narrow.cells(shown), ...(shown.row ? details(shown.row, folder) : [])],
  };
}

function timesFloor(floor: Floor | null | undefined): string {
  // The ratio of a row that is as uncertain as it is long means nothing.
  return floor && floor.ratio.low > 0 ? `${floor.ratio.mean.toFixed(1)}×` : '';
}

function details(row: LedgerRow, folder: string): string[] {
  const place = row.place ? `${relative(folder, row.place.file)}:${row.place.line}` : '';
  const dilation = row.dilation === null ? '' : `${row.dilation.toFixed(2)}×`;
  const bytes = row.allocatedBytes ? row.allocatedBytes.mean.toFixed(0) : '·';
  return [row.kind === 'path' ? bytes : '', perOperation(row.calls), dilation, row.confidence, place];
}

function routesLayout(unit: TimeUnit, width: number): Layout {
  const trusts = width >= roomForTrust;
  const titles = [`Mean (${unit.name})`, 'Inside', 'Outside', 'Marginal', 'Sampled'];
  const cell = (time: Estimate | undefined): string => (time ? inUnit(time.mean, unit) : '·');
  return {
    columns: [
      ...titles.map((title): Column => ({ title, align: 'right' })),
      ...(trusts ? [{ title: 'Trust', align: 'left' as const }] : []),
    ],
    cells: ({ time, row }) => {
      const { spans, outside, marginal, sampled } = row?.routes ?? {};
      const own = [spans, outside, marginal, sampled].map((route) => (row ? cell(route?.corrected) : ''));
      return [inUnit(time.mean, unit), ...own, ...(trusts ? [row?.confidence ?? ''] : [])];
    },
  };
}

function interval({ mean, low, high }: Estimate, unit: TimeUnit): string {
  return Number.isFinite(high - low)
    ? `±${inUnit((high - low) / 2, unit)}`
    : `± unknown${Number.isFinite(mean) ? '' : '?'}`;
}
