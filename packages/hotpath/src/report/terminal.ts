import { relative } from 'node:path';
import type { Estimate, Ledger, LedgerRow } from '../model/ledger.js';
import type { Report } from '../model/report.js';
import { boxTable, type Column } from './box-table.js';
import { inUnit, percent, perOperation, type TimeUnit, timeUnit } from './units.js';

export interface TerminalStyle {
  /** Terminal cells in a line. */
  readonly width: number;
  /** Folder to which file names are relative. */
  readonly folder: string;
}

/** From this width on the table also has calls, dilation, confidence and place. */
const wide = 120;

/** The report as text: heading, table, what to know of the numbers, findings. Ends with a line break. */
export function terminalReport(report: Report, style: TerminalStyle): string {
  const parts = [
    heading(report),
    ledgerTable(report.ledger, style),
    wrap(footnotes(report), style.width, ''),
    ...report.findings.map(({ severity, message, advice }) =>
      wrap(`${severity}: ${message}. ${advice}`, style.width, '  '),
    ),
  ];
  return `${parts.join('\n')}\n`;
}

function heading({ path, ledger }: Report): string {
  const unit = timeUnit(ledger.total.mean);
  return `${path.name}: ${inUnit(ledger.total.mean, unit)} ${unit.name} an operation, ${percent(ledger.explained)} explained`;
}

/** The ledger as a table in the story's shape. A parent's line holds its children's time; its own is their last. */
export function ledgerTable(ledger: Ledger, { width, folder }: TerminalStyle): string {
  const unit = timeUnit(ledger.total.mean);
  const extended = width >= wide;
  const columns: Column[] = [
    { title: 'Component', align: 'left' },
    { title: `Avg (${unit.name})`, align: 'right' },
    { title: '95% interval', align: 'right' },
    { title: '% Total', align: 'right' },
  ];
  if (extended) {
    columns.push({ title: 'Calls', align: 'right' }, { title: 'Dilation', align: 'right' });
    columns.push({ title: 'Trust', align: 'left' }, { title: 'Place', align: 'left' });
  }
  const line = (title: string, time: Estimate, share: number, further: readonly string[] = []): string[] => {
    const cells = [title, inUnit(time.mean, unit), interval(time, unit), percent(share)];
    return extended ? [...cells, ...further] : cells;
  };
  const body = tree(ledger.rows).map(({ title, row, own }) => {
    const time = own ? row : row.inclusive;
    const further = own ? [] : [perOperation(row.calls), ...details(row, folder)];
    return line(title, time, time.mean / ledger.total.mean, further);
  });
  const closing = [
    line('TOTAL', ledger.total, 1),
    line('UNEXPLAINED', ledger.unexplained, ledger.unexplained.share),
  ];
  return boxTable(columns, body.length > 0 ? [body, closing] : [closing], width);
}

function details(row: LedgerRow, folder: string): string[] {
  const place = row.place ? `${relative(folder, row.place.file)}:${row.place.line}` : '';
  return [row.dilation === null ? '' : `${row.dilation.toFixed(2)}×`, row.confidence, place];
}

interface TreeLine {
  readonly title: string;
  readonly row: LedgerRow;
  /** Whether the line shows the row's own time only. */
  readonly own: boolean;
}

function tree(rows: readonly LedgerRow[]): TreeLine[] {
  const lines: TreeLine[] = [];
  const visit = (parent: string | null, prefix: string): void => {
    const children = rows.filter((row) => row.parent === parent);
    for (const [index, row] of children.entries()) {
      const last = parent === null ? false : index === children.length - 1 && !hasOwnLine(parent, rows);
      lines.push({
        title: parent === null ? row.name : `${prefix}${last ? '└─' : '├─'} ${row.name}`,
        row,
        own: false,
      });
      const inner = parent === null ? '  ' : `${prefix}${last ? '   ' : '│  '}`;
      visit(row.id, inner);
      if (hasOwnLine(row.id, rows)) lines.push({ title: `${inner}└─ (itself)`, row, own: true });
    }
  };
  visit(null, '');
  return lines;
}

function hasOwnLine(id: string, rows: readonly LedgerRow[]): boolean {
  return rows.some((row) => row.parent === id);
}

function interval({ mean, low, high }: Estimate, unit: TimeUnit): string {
  return Number.isFinite(high - low)
    ? `±${inUnit((high - low) / 2, unit)}`
    : `± unknown${Number.isFinite(mean) ? '' : '?'}`;
}

function footnotes({ ledger, policy }: Report): string {
  const { timer, twinGap, interference, total, allocatedBytes, processor } = ledger;
  const nanoseconds = timeUnit(1);
  return [
    `${processor.replicatesUsed} replicates in ${policy.forksMeasured} processes, batches of ${policy.batchOperations.join('/')}, seed ${policy.seed}`,
    `${inUnit(timer.interval.mean, nanoseconds)} ns of timer taken off each span`,
    `${inUnit(allocatedBytes.mean, { ...nanoseconds, digits: 0 })} bytes allocated an operation`,
    `the same code twice differs by ${percent(twinGap.mean)}`,
    `the processor was calm in ${percent(processor.calmShare)} of the batches, the others took ${percent(interference.mean / total.mean)} more on average`,
  ].join('; ');
}

/** Breaks a text at spaces; lines after the first begin with `indent`. */
function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
