import type { Floor, Ledger } from '../../../../hotpath/src/model/report/ledger.js';
import { inUnit, perOperation, signedPercent, type TimeUnit } from '../../theme/time-unit.js';
import { halfWidthOf } from '../estimate-text.js';
import type { LedgerLine } from './ledger-lines.js';
import type { SortKey } from './sort-lines.js';
import { isWaitShown, waitOfRow } from './waiting.js';

/** A column of numbers, and the text of a line in it. */
export interface LedgerColumn {
  readonly title: string;
  /** Null if the table cannot be sorted by this column. */
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
      { title: `Mean (${unit.name})`, key: 'mean', text: ({ time }) => inUnit(time.mean, unit) },
      { title: '± 95%', key: null, text: ({ time }) => halfWidthOf(time, unit) },
      { title: 'Share', key: 'share', text: ({ share }) => signedPercent(share) },
      { title: 'Calls', key: 'calls', text: ({ row }) => (row ? perOperation(row.calls) : '') },
      ...(hasWaits ? [waitingColumn(unit)] : []),
      ...(hasFloors ? [floorColumn] : []),
    ],
  };
}

function waitingColumn(unit: TimeUnit): LedgerColumn {
  return {
    title: 'Off-CPU',
    key: null,
    text: ({ row }) => {
      const shown = waitOfRow(row?.waiting ?? null);
      return shown ? inUnit(shown.mean, unit) : '';
    },
  };
}

const floorColumn: LedgerColumn = {
  title: '× floor',
  key: 'floor',
  text: ({ floor }) => timesFloor(floor),
};

/** Empty if the interval of the ratio reaches zero. */
function timesFloor(floor: Floor | null): string {
  return floor && floor.ratio.low > 0 ? `${floor.ratio.mean.toFixed(1)}×` : '';
}
