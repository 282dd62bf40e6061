import { type Cell, cellWidth, leastWidth } from './cell-lines.js';

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** What its texts are, if they may be shortened or wrapped; those of the first column always may. */
  readonly holds?: 'places';
  /** Whether the column is left out when the table is too wide. */
  readonly optional?: boolean;
}

/** Some columns of a table, by their positions, with their widths. */
export interface ColumnGroup {
  readonly columns: readonly number[];
  /** Terminal cells, without the space around them. */
  readonly widths: readonly number[];
}

/** Texts are wrapped only below this width, in terminal cells; a table is rather folded. */
const comfortable = 28;

/** The fewest terminal cells that are left for a text that is wrapped. */
const least = 16;

/** Space and border that a column adds to its texts, and the border that closes a line. */
const frame = 3;
const end = 1;

/**
 * Lays out the columns in at most `width` terminal cells:
 * 1. leaves out optional columns, the last first, until no text has to be wrapped below the comfortable width;
 * 2. where even the narrowest texts do not fit, folds the table: further columns go to groups that repeat the first column;
 * 3. narrows places, then the first column, whose texts are shortened or wrapped.
 */
export function layOutColumns(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
): ColumnGroup[] {
  const sizes = columns.map((column, index) => sizeOf(column, index, rows));
  let chosen = columns.map((_, index) => index);
  for (let index = columns.length - 1; index > 0; index--) {
    if (usedWidth(chosen, sizes, 'comfortable') <= width) break;
    if (columns[index]?.optional) chosen = chosen.filter((one) => one !== index);
  }
  const groups = usedWidth(chosen, sizes, 'least') <= width ? [chosen] : folded(chosen, sizes, width);
  return groups.map((group) => ({ columns: group, widths: narrowed(group, sizes, width) }));
}

function folded(chosen: readonly number[], sizes: readonly Size[], width: number): number[][] {
  const groups: number[][] = [];
  for (const index of chosen.slice(1)) {
    const group = groups.at(-1);
    if (group && usedWidth([...group, index], sizes, 'comfortable') <= width) group.push(index);
    else groups.push([0, index]);
  }
  return groups;
}

/** What a table of some columns takes in terminal cells. */
function usedWidth(group: readonly number[], sizes: readonly Size[], kind: keyof Size): number {
  return group.reduce((sum, index) => sum + (sizes[index]?.[kind] ?? 0) + frame, end);
}

interface Size {
  readonly natural: number;
  readonly comfortable: number;
  readonly least: number;
}

function sizeOf(column: Column, index: number, rows: readonly (readonly Cell[])[]): Size {
  const cells: Cell[] = [column.title, ...rows.map((row) => row[index] ?? '')];
  const natural = Math.max(...cells.map(cellWidth));
  if (index > 0 && column.holds !== 'places') return { natural, comfortable: natural, least: natural };
  const readable = Math.max(cellWidth(column.title), ...cells.map((cell) => leastWidth(cell, least)));
  return {
    natural,
    comfortable: Math.max(Math.min(natural, comfortable), readable),
    least: readable,
  };
}

function narrowed(group: readonly number[], sizes: readonly Size[], width: number): number[] {
  const own = group.map((index) => sizes[index] as Size);
  const widths = own.map(({ natural }) => natural);
  let excess = usedWidth(group, sizes, 'natural') - width;
  const narrow = (position: number, to: number): void => {
    const taken = Math.max(0, Math.min(excess, (widths[position] as number) - to));
    widths[position] = (widths[position] as number) - taken;
    excess -= taken;
  };
  for (const [position, size] of own.entries()) if (position > 0) narrow(position, size.comfortable);
  for (const [position, size] of own.entries()) narrow(position, size.least);
  return widths;
}
