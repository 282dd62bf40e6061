import stringWidth from 'string-width';

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Which end of a text goes where it is too long; the back where nothing is said. */
  readonly cut?: 'front' | 'back';
}

/**
 * A table in box-drawing characters, sections parted by a rule. The first column shrinks, its cells cut with
 * an ellipsis, until a line takes at most `width` terminal cells; it keeps at least 16.
 */
export function boxTable(
  columns: readonly Column[],
  sections: readonly (readonly (readonly string[])[])[],
  width: number,
): string {
  const rows = [columns.map((column) => column.title), ...sections.flat()];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => stringWidth(row[index] ?? ''))));
  const excess = widths.reduce((sum, cell) => sum + cell + 3, 1) - width;
  if (excess > 0) widths[0] = Math.max(16, (widths[0] ?? 0) - excess);
  const rule = (left: string, middle: string, right: string): string =>
    left + widths.map((cell) => '─'.repeat(cell + 2)).join(middle) + right;
  const line = (row: readonly string[]): string =>
    `│${widths.map((cell, index) => ` ${fit(row[index] ?? '', cell, columns[index])} `).join('│')}│`;
  return [
    rule('┌', '┬', '┐'),
    line(columns.map((column) => column.title)),
    ...sections.flatMap((section) => [rule('├', '┼', '┤'), ...section.map(line)]),
    rule('└', '┴', '┘'),
  ].join('\n');
}

function fit(text: string, width: number, column: Column | undefined): string {
  const cut = stringWidth(text) > width ? shortened(text, width, column?.cut ?? 'back') : text;
  const space = ' '.repeat(Math.max(0, width - stringWidth(cut)));
  return column?.align === 'right' ? space + cut : cut + space;
}

function shortened(text: string, width: number, cut: 'front' | 'back'): string {
  const letters = [...text];
  if (cut === 'back') return `${takeCells(letters, width - 1).join('')}…`;
  return `…${takeCells(letters.reverse(), width - 1)
    .reverse()
    .join('')}`;
}

function takeCells(letters: readonly string[], cells: number): string[] {
  let taken = '';
  const kept: string[] = [];
  for (const letter of letters) {
    if (stringWidth(taken + letter) > cells) break;
    taken += letter;
    kept.push(letter);
  }
  return kept;
}
