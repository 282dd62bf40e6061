import type { CopySafety } from '../../model/report/costs.js';
import { boxTable } from './box-table.js';

/** Titles of the changes, after the call, from which a copy may protect. */
const changes: Readonly<Record<string, string>> = {
  top: 'of payload',
  nested: 'of what is in it',
  holder: 'of the copy',
};

/** What each method keeps of what a payload holds, and from which later changes it protects. */
export function safetyTables(safety: readonly CopySafety[], width: number): string {
  const kept = Object.keys(safety[0]?.keeps ?? {});
  const protectedFrom = Object.keys(safety[0]?.protects ?? {});
  return [
    ...tables(
      'Keeps',
      kept.map((name) => ({ title: name, cells: safety.map(({ keeps }) => keeps[name] ?? '') })),
      safety,
      width,
    ),
    '"shared": the copy has the payload\'s own, and sees its later changes',
    ...tables(
      'Protects from change',
      protectedFrom.map((name) => ({
        title: changes[name] ?? name,
        cells: safety.map(({ protects }) => (protects[name] ? 'yes' : 'no')),
      })),
      safety,
      width,
    ),
  ].join('\n');
}

interface Answers {
  readonly title: string;
  /** One a method. */
  readonly cells: readonly string[];
}

/** One table where the columns fit into the width, or several below each other. */
function tables(
  title: string,
  columns: readonly Answers[],
  safety: readonly CopySafety[],
  width: number,
): string[] {
  const first = Math.max(title.length, ...safety.map(({ method }) => method.length));
  const widthOf = (column: Answers): number =>
    3 + Math.max(column.title.length, ...column.cells.map((cell) => cell.length));
  const groups: Answers[][] = [[]];
  let used = first + 4;
  for (const column of columns) {
    const group = groups.at(-1) as Answers[];
    used += widthOf(column);
    if (used <= width || group.length === 0) group.push(column);
    else {
      groups.push([column]);
      used = first + 4 + widthOf(column);
    }
  }
  return groups.map((group) =>
    boxTable(
      [{ title, align: 'left' }, ...group.map((column) => ({ title: column.title, align: 'left' as const }))],
      [safety.map(({ method }, row) => [method, ...group.map(({ cells }) => cells[row] ?? '')])],
      width,
    ),
  );
}
