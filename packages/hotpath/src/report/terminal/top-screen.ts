import { fileURLToPath } from 'node:url';
import type { ProcessStacks } from '../../model/profiles/thread-stack.js';
import type { ThreadShares, TopFunction, TopSnapshot } from '../../model/profiles/top-snapshot.js';
import { percent } from '../../model/text/percent.js';
import { fitted } from '../text/fitted.js';
import { threadName } from './dump-text.js';

export const topOrders = {
  own: (a: TopFunction, b: TopFunction) => b.own - a.own || b.total - a.total,
  total: (a: TopFunction, b: TopFunction) => b.total - a.total || b.totalNs - a.totalNs,
  owntime: (a: TopFunction, b: TopFunction) => b.ownNs - a.ownNs,
  totaltime: (a: TopFunction, b: TopFunction) => b.totalNs - a.totalNs,
} as const;

export type TopOrder = keyof typeof topOrders;

/** How a snapshot is shown. */
export interface TopStyle {
  /** Terminal cells in a line, and lines. */
  readonly width: number;
  readonly height: number;
  readonly sort: TopOrder;
  /** The help on keys in the last line; empty when there is no keyboard. */
  readonly keys: string;
  /** Whether the line of titles is highlighted. */
  readonly isStyled: boolean;
  /** Shortens paths. */
  readonly place: (path: string) => string;
}

/** What `hotpath top` shows, line by line. */
export function topScreen(
  { pid, command, version }: Omit<ProcessStacks, 'threads'>,
  snapshot: TopSnapshot,
  notes: readonly string[],
  style: TopStyle,
): readonly string[] {
  const { width, height, sort, keys, isStyled, place } = style;
  const head = [
    `hotpath top: process ${pid}, Node ${version}: ${command}`,
    timeLine(snapshot),
    [threadsText(snapshot.threads), ...notes].filter((text) => text !== '').join('; '),
    '',
  ].map((line) => fitted(line, width));
  const titles = fitted(
    `${columns.map(({ title, cells }) => title.padStart(cells)).join('')}  Function (file:line)`,
    width,
  );
  const foot = keys === '' ? [] : ['', fitted(keys, width)];
  const room = Math.max(1, height - head.length - 1 - foot.length);
  const rows = [...snapshot.functions].sort(topOrders[sort]).slice(0, room);
  return [
    ...head,
    isStyled ? `\u001b[7m${titles.padEnd(width)}\u001b[0m` : titles,
    ...rows.map((row) => rowText(row, width, place)),
    ...Array<string>(keys === '' ? 0 : room - rows.length).fill(''),
    ...foot,
  ];
}

interface Column {
  readonly title: string;
  readonly cells: number;
  readonly text: (row: TopFunction) => string;
}

const columns: readonly Column[] = [
  { title: '%Own', cells: 7, text: ({ own }) => percent(own) },
  { title: '%Total', cells: 8, text: ({ total }) => percent(total) },
  { title: 'OwnTime', cells: 10, text: ({ ownNs }) => seconds(ownNs) },
  { title: 'TotalTime', cells: 11, text: ({ totalNs }) => seconds(totalNs) },
];

function rowText(row: TopFunction, width: number, place: (path: string) => string): string {
  const numbers = columns.map(({ cells, text }) => text(row).padStart(cells)).join('');
  return `${numbers}  ${functionText(row, width - numbers.length - 2, place)}`;
}

/** The name with its place; a path that is too long loses its first folders. */
function functionText({ called }: TopFunction, cells: number, place: (path: string) => string): string {
  const name = called.name || '(anonymous)';
  if (called.file === '') return fitted(name, cells);
  const path = place(called.file.startsWith('file:') ? fileURLToPath(called.file) : called.file);
  const folders = path.split('/');
  const texts = folders.map((_, cut) => {
    const shown = cut === 0 ? path : `…/${folders.slice(cut).join('/')}`;
    return `${name} (${shown}${called.line > 0 ? `:${called.line}` : ''})`;
  });
  return texts.find((text) => text.length <= cells) ?? fitted(texts.at(-1) as string, cells);
}

function timeLine({ ns, samples, threads }: TopSnapshot): string {
  const mean = (share: (thread: ThreadShares) => number): number =>
    threads.reduce((sum, thread) => sum + share(thread), 0) / Math.max(1, threads.length);
  const idle = mean((thread) => thread.idle);
  const collecting = mean((thread) => thread.collecting);
  const busy = threads.length === 0 ? 0 : 1 - idle - collecting;
  const shares = `busy ${percent(busy)}, idle ${percent(idle)}, collecting garbage ${percent(collecting)}`;
  return `${seconds(ns)}, ${samples.toLocaleString('en')} samples; ${shares}`;
}

function threadsText(threads: readonly ThreadShares[]): string {
  const each = threads.map((thread) => `${threadName(thread)} ${percent(1 - thread.idle)}`);
  return each.length === 0 ? '' : `busy threads: ${each.join(', ')}`;
}

function seconds(ns: number): string {
  return `${(ns / 1e9).toFixed(2)} s`;
}
