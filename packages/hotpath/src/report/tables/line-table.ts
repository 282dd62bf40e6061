import type { FunctionLines, LineProfile, LineUse } from '../../model/profiles/line-profile.js';
import { percent } from '../../model/text/percent.js';
import { countText, inUnit, type TimeUnit, timeUnit } from '../text/units.js';
import { weightText } from '../text/weight-text.js';
import { wrap } from '../text/wrap.js';

export interface LineStyle {
  /** Terminal cells in a line. */
  readonly width: number;
  /** A function as file:line(function). */
  readonly place: (one: FunctionLines) => string;
  /** The text of a file's lines; null when it cannot be read. */
  readonly text: (file: string) => readonly string[] | null;
  /** What times are per, such as ` an operation`; empty for a whole program. */
  readonly per: string;
}

/** A table in the form of line_profiler for one function. */
export function lineTable(one: FunctionLines, { total }: LineProfile, style: LineStyle): string {
  const unit = timeUnit(one.time);
  const share = percent(total > 0 ? one.time / total : 0);
  const heading = `${style.place(one)}: ${weightText(one.time, 'nanoseconds')}${style.per}, ${share} of all`;
  const wide = style.width >= wideEnough;
  const titles = ['Line #', 'Hits', `Time (${unit.name})`, ...(wide ? ['±'] : []), 'Per Hit', '% Time'];
  const rows = shownLines(one).map((shown) => cellsOf(shown, one, unit, wide, style.text(one.file)));
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[], text: string): string => {
    const numbers = widths.map((width, column) => (cells[column] ?? '').padStart(width)).join('  ');
    return cut(`${numbers}  ${text}`, style.width);
  };
  const head = line(titles, 'Line Contents');
  return [
    wrap(heading, style.width, '  '),
    '',
    head,
    '─'.repeat(Math.min(head.length, style.width)),
    ...rows.map((row) => line(row.cells, row.text)),
  ].join('\n');
}

/** A line of the function's text, or a number of lines that are left out. */
type Shown = { readonly number: number; readonly use: LineUse | null } | { readonly left: number };

/** Narrower tables omit the intervals, because the text needs the room. */
const wideEnough = 100;

/** Longer stretches of lines without time, which did not run or contain nothing to run, are left out. */
const longestQuiet = 5;

function shownLines({ line, endLine, lines }: FunctionLines): Shown[] {
  const uses = new Map(lines.map((use) => [use.line, use]));
  const shown: Shown[] = [];
  let quiet: Shown[] = [];
  const flush = (): void => {
    if (quiet.length > longestQuiet) shown.push({ left: quiet.length });
    else shown.push(...quiet);
    quiet = [];
  };
  for (let number = line; number <= endLine; number++) {
    const use = uses.get(number) ?? null;
    if (number !== line && number !== endLine && (use === null || (use.time === 0 && !use.hits))) {
      quiet.push({ number, use });
      continue;
    }
    flush();
    shown.push({ number, use });
  }
  flush();
  return shown;
}

function cellsOf(
  shown: Shown,
  one: FunctionLines,
  unit: TimeUnit,
  wide: boolean,
  text: readonly string[] | null,
): { readonly cells: readonly string[]; readonly text: string } {
  if ('left' in shown) return { cells: ['⋮'], text: `⋮ ${shown.left} lines without time` };
  const { number, use } = shown;
  const hits = use?.hits ?? null;
  const time = use && use.time !== 0 ? use.time : null;
  return {
    cells: [
      String(number),
      hits === null ? '' : `${use?.atMost ? '≤ ' : ''}${countText(hits)}`,
      time === null ? '' : inUnit(time, unit),
      ...(wide ? [time === null ? '' : inUnit(use?.half ?? 0, unit)] : []),
      time === null || !hits ? '' : inUnit(time / hits, unit),
      time === null ? '' : percent(one.time > 0 ? time / one.time : 0),
    ],
    text: text?.[number - 1]?.replaceAll('\t', '  ') ?? '',
  };
}

function cut(text: string, width: number): string {
  const plain = text.trimEnd();
  return plain.length > width ? `${plain.slice(0, width - 1)}…` : plain;
}
