import type { Floor, Ledger } from '../../../../hotpath/src/model/report/ledger.js';
import { inUnit, perOperation, signedPercent, type TimeUnit } from '../../theme/time-unit.js';
import { halfWidthOf } from '../estimate-text.js';
import type { LedgerLine } from './ledger-lines.js';
import type { SortKey } from './sort-lines.js';
import { isWaitShown, waitOfRow } from './waiting.js';

/** A column of numbers, and how a line fills it. */
export interface LedgerColumn {
  readonly title: string;
  /** Null: the table is not sorted by it. */
  readonly key: SortKey | null;
  readonly text: (line: LedgerLine) => string;
}

export interface LedgerColumns {
  readonly unit: TimeUnit;
  readonly numbers: readonly LedgerColumn[];
}

export function columnsOf(ledger: Ledger, unit: TimeUnit): LedgerColumns {
  const { concurrent, floor, rows } = ledger;
  const hasFloors = floor !== null || rows.some((row) => row.floor !== null);
  const hasWaits = rows.some((row) => waitOfRow(row.waiting)) && (concurrent || isWaitShown(ledger));
  return {
    unit,
    numbers: [
      { title: `Time (${unit.name})`, key: 'time', text: ({ time }) => inUnit(time.mean, unit) },
      { title: '± 95 %', key: null, text: ({ time }) => halfWidthOf(time, unit) },
      { title: 'Share', key: 'share', text: ({ share }) => signedPercent(share) },
      { title: 'Calls', key: 'calls', text: ({ row }) => (row ? perOperation(row.calls) : '') },
      ...(hasWaits ? [waitingColumn(unit)] : []),
      ...(hasFloors ? [floorColumn] : []),
    ],
  };
}

function waitingColumn(unit: TimeUnit): LedgerColumn {
  return {
    title: 'Waiting',
    key: null,
    text: ({ row }) => {
      const told = waitOfRow(row?.waiting ?? null);
      return told ? inUnit(told.mean, unit) : '';
    },
  };
}

const floorColumn: LedgerColumn = {
  title: '× floor',
  key: 'floor',
  text: ({ floor }) => timesFloor(floor),
};

/** A row that is as uncertain as it is long has no ratio worth telling. */
function timesFloor(floor: Floor | null): string {
  return floor && floor.ratio.low > 0 ? `${floor.ratio.mean.toFixed(1)}×` : '';
}
