import { boxTable, inUnit, percent, type Report, timeUnit } from 'hotpath/cli';

/** One row measured in two runs; ns. */
export interface Reproduced {
  readonly path: string;
  readonly row: string;
  readonly first: number;
  readonly second: number;
  /** (second - first) / mean of both. */
  readonly change: number;
  readonly reproduced: boolean;
}

/** Rows of a smaller share are not compared: the story asks for rows of 5 % or more. */
const smallestShare = 0.05;

/** The story's demand on rows from one run to the next. */
const largestChange = 0.1;

/** Compares the whole and the rows of two runs of the same paths. A row that one run lacks is not reproduced. */
export function compareRuns(first: readonly Report[], second: readonly Report[]): Reproduced[] {
  return first.flatMap((report) => {
    const again = second.find((other) => other.path.file === report.path.file);
    const rows = report.ledger.rows.filter((row) => row.share >= smallestShare);
    return [
      compare(report.path.name, 'TOTAL', report.ledger.total.mean, again?.ledger.total.mean),
      ...rows.map(({ id, mean }) =>
        compare(report.path.name, id, mean, again?.ledger.rows.find((row) => row.id === id)?.mean),
      ),
    ];
  });
}

function compare(path: string, row: string, first: number, second = Number.NaN): Reproduced {
  const change = (second - first) / ((first + second) / 2);
  return { path, row, first, second, change, reproduced: Math.abs(change) <= largestChange };
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
  return `Two runs after each other\n${table}\n${held} of ${rows.length} rows within ±10%.\n`;
}

function cells({ path, row, first, second, change, reproduced }: Reproduced): string[] {
  const unit = timeUnit(Math.max(first, second));
  const time = (ns: number): string => `${inUnit(ns, unit)} ${unit.name}`;
  const title = row === 'TOTAL' ? `${path} TOTAL` : `  ${row}`;
  return [
    title,
    time(first),
    time(second),
    Number.isNaN(change) ? '?' : percent(change),
    reproduced ? 'yes' : 'NO',
  ];
}
