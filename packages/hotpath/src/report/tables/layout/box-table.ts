import stringWidth from 'string-width';
import { type Cell, cellLines, placeLines } from './cell-lines.js';
import { type Column, type ColumnGroup, layOutColumns } from './table-layout.js';

export type { Cell } from './cell-lines.js';
export type { Column } from './table-layout.js';

/**
 * A table in box-drawing characters, sections separated by a rule, in lines of at most `width` terminal cells. The first
 * column names the rows: a name that is too long is wrapped and never cut, so that no two rows look alike. A table whose
 * numbers do not fit becomes several, one below the other. A very narrow width is exceeded when nothing more can be wrapped.
 */
export function boxTable(
  columns: readonly Column[],
  sections: readonly (readonly (readonly Cell[])[])[],
  width: number,
): string {
  return layOutColumns(columns, sections.flat(), width)
    .map((group) => drawn(columns, sections, group))
    .join('\n');
}

function drawn(
  columns: readonly Column[],
  sections: readonly (readonly (readonly Cell[])[])[],
  group: ColumnGroup,
): string {
  const rule = (left: string, middle: string, right: string): string =>
    left + group.widths.map((cell) => '─'.repeat(cell + 2)).join(middle) + right;
  const shown = group.columns.map((index) => columns[index] as Column);
  const line = (texts: readonly string[]): string =>
    `│${shown.map(({ align }, at) => ` ${aligned(texts[at] ?? '', group.widths[at] ?? 0, align)} `).join('│')}│`;
  const rows = rowLines(shown, sections.flat(), group);
  let next = 0;
  return [
    rule('┌', '┬', '┐'),
    line(shown.map(({ title }) => title)),
    ...sections.flatMap((section) => {
      const own = rows.slice(next, next + section.length);
      next += section.length;
      return [rule('├', '┼', '┤'), ...own.flat().map(line)];
    }),
    rule('└', '┴', '┘'),
  ].join('\n');
}

/** For each row its lines, each a text for each column of the group. */
function rowLines(
  shown: readonly Column[],
  rows: readonly (readonly Cell[])[],
  { columns, widths }: ColumnGroup,
): string[][][] {
  const byColumn = columns.map((index, at) => {
    const cells = rows.map((row) => row[index] ?? '');
    return linesOfColumn(shown[at] as Column, cells, widths[at] ?? 0);
  });
  return rows.map((_, row) => {
    const cells = byColumn.map((lines) => lines[row] ?? []);
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_unused, at) => cells.map((lines) => lines[at] ?? ''));
  });
}

function linesOfColumn({ holds }: Column, cells: readonly Cell[], width: number): string[][] {
  const texts = cells.filter((cell) => typeof cell === 'string');
  return holds === 'places' && texts.length === cells.length
    ? placeLines(texts, width)
    : cells.map((cell) => cellLines(cell, width));
}

function aligned(text: string, width: number, align: Column['align']): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? space + text : text + space;
}
