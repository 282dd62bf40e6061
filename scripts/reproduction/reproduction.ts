import {
  boxTable,
  type Estimate,
  inUnit,
  type Ledger,
  type LedgerRow,
  percent,
  type Report,
  timeUnit,
  wrap,
} from 'hotpath/cli';

/** One row measured in two runs; ns. */
export interface Reproduced {
  readonly path: string;
  readonly row: string;
  readonly first: number;
  /** Where the path waits: adjusted to the wake-ups of the first run. */
  readonly second: number;
  /** What a wake-up round trip took in both runs, ns; null where the path does not wait. */
  readonly waking: readonly [first: number, second: number] | null;
  /** (second - first) / mean of both. */
  readonly change: number;
  /** Half of the change's 95 % interval; infinite where one run had one replicate. */
  readonly halfWidth: number;
  readonly reproduced: boolean;
}

/** Rows of a smaller share of the total are not compared (docs/story-1.30.md). */
const smallestShare = 0.05;

/** The largest change of a row from one run to the next that counts as reproduced (docs/story-1.30.md). */
const largestChange = 0.1;

/** Compares the whole and the rows of two runs of the same paths. A row that one run lacks is not reproduced. */
export function compareRuns(first: readonly Report[], second: readonly Report[]): Reproduced[] {
  return first.flatMap((report) => {
    const again = second.find((other) => other.path.file === report.path.file);
    const rows = report.ledger.rows.filter((row) => row.share >= smallestShare);
    const waking = wakingOf(report.ledger, again?.ledger);
    const shiftOf = wakingShift(report.ledger, again?.ledger);
    const compareRow = (row: string, one: Estimate, shift: number, other?: Estimate): Reproduced => ({
      path: report.path.name,
      row,
      waking,
      ...compare(one, shifted(other ?? missing, shift)),
    });
    return [
      compareRow('TOTAL', report.ledger.total, shiftOf(null), again?.ledger.total),
      ...rows.map((row) =>
        compareRow(
          row.id,
          row,
          shiftOf(row),
          again?.ledger.rows.find(({ id }) => id === row.id),
        ),
      ),
    ];
  });
}

function wakingOf(first: Ledger, second?: Ledger): Reproduced['waking'] {
  return first.waking && second?.waking ? [first.waking.typical, second.waking.typical] : null;
}

/**
 * How much longer a row of the second run (null: the whole) would take with the wake-ups of the first run, ns: wake-ups are
 * the machine's. The difference is divided among rows by their off-CPU time in the first run, or by their shares of the
 * whole where that was not measured.
 */
function wakingShift(first: Ledger, second?: Ledger): (row: LedgerRow | null) => number {
  if (!first.waking || !second?.waking) return () => 0;
  const exponent = (first.waking.elasticity + second.waking.elasticity) / 2;
  const whole = second.total.mean * ((first.waking.typical / second.waking.typical) ** exponent - 1);
  return (row) => whole * (row === null ? 1 : shareOfWaiting(row, first));
}

function shareOfWaiting({ id, waiting, share }: LedgerRow, { rows, waiting: all }: Ledger): number {
  if (waiting === null) return share;
  const below = rows.filter(({ parent }) => parent === id);
  const own = below.reduce((rest, row) => rest - (row.waiting?.mean ?? 0), waiting.mean);
  return Number.isFinite(own / all.mean) ? own / all.mean : share;
}

function shifted({ mean, low, high }: Estimate, by: number): Estimate {
  return { mean: mean + by, low: low + by, high: high + by };
}

/** The two runs are independent, so the squares of their intervals add up. */
function compare(
  one: Estimate,
  other: Estimate,
): Pick<Reproduced, 'first' | 'second' | 'change' | 'halfWidth' | 'reproduced'> {
  const [first, second] = [one.mean, other.mean];
  const middle = (first + second) / 2;
  const change = (second - first) / middle;
  const halfWidth = Math.hypot(one.high - one.low, other.high - other.low) / 2 / middle;
  return { first, second, change, halfWidth, reproduced: Math.abs(change) <= largestChange };
}

const missing: Estimate = { mean: Number.NaN, low: Number.NaN, high: Number.NaN };

/** A change and half of its interval, such as `-2.5% ±9.1%`. */
export function changeText({ change, halfWidth }: Reproduced): string {
  if (Number.isNaN(change)) return '?';
  return `${percent(change)} ±${Number.isFinite(halfWidth) ? percent(halfWidth) : '?'}`;
}

/** The comparison as a table, a section for each path. */
export function reproductionTable(rows: readonly Reproduced[], width: number): string {
  const paths = [...new Set(rows.map((row) => row.path))];
  const sections = paths.map((path) => rows.filter((row) => row.path === path).map(cells));
  const table = boxTable(
    [
      { title: 'Row (own time, 5% or more)', align: 'left' },
      { title: 'First', align: 'right' },
      { title: 'Second', align: 'right' },
      { title: 'Change', align: 'right' },
      { title: '±10%', align: 'left' },
    ],
    sections,
    width,
  );
  const held = rows.filter((row) => row.reproduced).length;
  const notes = wakingNotes(rows).map((note) => `${wrap(note, width, '  ')}\n`);
  return `Two runs with alternating forks\n${table}\n${notes.join('')}${held} of ${rows.length} rows within ±10%.\n`;
}

/** A sentence for each path that waits. */
export function wakingNotes(rows: readonly Reproduced[]): string[] {
  return rows.flatMap(({ path, row, waking }) => {
    if (row !== 'TOTAL' || waking === null) return [];
    const unit = timeUnit(Math.max(...waking));
    const [first, second] = waking.map((ns) => `${inUnit(ns, unit)} ${unit.name}`);
    return [
      `${path} waits for other threads. A wake-up round trip took ${first} in the first run and ${second} in the second. The times of the second run are adjusted to the first run's round trip.`,
    ];
  });
}

function cells(row: Reproduced): string[] {
  const { path, first, second } = row;
  const unit = timeUnit(Math.max(first, second));
  const time = (ns: number): string => `${inUnit(ns, unit)} ${unit.name}`;
  const title = row.row === 'TOTAL' ? `${path} TOTAL` : `  ${row.row}`;
  return [title, time(first), time(second), changeText(row), row.reproduced ? 'yes' : 'NO'];
}
