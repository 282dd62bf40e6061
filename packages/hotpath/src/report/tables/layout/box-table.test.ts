import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { boxTable, type Column } from './box-table.js';
import { type TreeNode, treeLines } from './name-tree.js';

const right = (title: string): Column => ({ title, align: 'right' });

/** The texts of the first column of the first table, one a line. */
function namesIn(table: string): string[] {
  const [first = ''] = table.split('┘');
  const [rule = ''] = first.split('\n');
  const others = rule.split('┬').length - 1;
  return first
    .split('\n')
    .filter((line) => line.startsWith('│'))
    .slice(1)
    .map((line) => {
      // Branches of the tree are drawn with the character that separates columns.
      const parts = line.split('│');
      return parts
        .slice(1, parts.length - 1 - others)
        .join('│')
        .slice(1, -1);
    });
}

describe('a box table', () => {
  it('aligns wide characters by the terminal cells that they take', () => {
    const table = boxTable(
      [{ title: 'a', align: 'left' }, right('b')],
      [
        [
          ['名', '1'],
          ['x', '20'],
        ],
      ],
      40,
    );
    expect(new Set(table.split('\n').map((line) => stringWidth(line))).size).toBe(1);
  });

  it('becomes two tables, which both have the names, when its numbers do not fit', () => {
    const titles = ['one', 'two', 'three'].map((title) => right(title.padEnd(12, '.')));
    const table = boxTable([{ title: 'Row', align: 'left' }, ...titles], [[['a row', '1', '2', '3']]], 50);
    expect(table.split('\n').filter((line) => line.startsWith('│'))).toEqual([
      '│ Row   │ one......... │ two......... │',
      '│ a row │            1 │            2 │',
      '│ Row   │ three....... │',
      '│ a row │            3 │',
    ]);
  });

  it('leaves out optional columns before it wraps names', () => {
    const columns = [{ title: 'Row', align: 'left' }, right('a'), { ...right('b'), optional: true }] as const;
    const sections = [[['a name of exactly 28 cells ..', '12345', '12345']]];
    expect(boxTable(columns, sections, 48)).toContain(' b │');
    expect(boxTable(columns, sections, 47)).not.toContain(' b │');
  });

  it('shortens places by leading folders only while they stay distinct', () => {
    const columns = [{ title: 'file:line(function)', align: 'left', holds: 'places' }, right('n')] as const;
    const rows = [
      'a/long/folder/lib/index.js:12(handle)',
      'b/other/folder/lib/index.js:12(handle)',
      'c/main.js:3(run)',
    ];
    expect(namesIn(boxTable(columns, [rows.map((row) => [row, '1'])], 38))).toEqual([
      'a/long/folder/lib/index.js:12 ',
      '  (handle)                    ',
      'b/other/folder/lib/index.js:12',
      '  (handle)                    ',
      'c/main.js:3(run)              ',
    ]);
    const [apart] = namesIn(boxTable(columns, [[['a/long/folder/somewhere/index.js:12(handle)', '1']]], 40));
    expect(apart?.trim()).toBe('…/somewhere/index.js:12(handle)');
  });
});

/** Names of rows as people write them: words, some long, some alike but for their ends. */
const name = fc
  .array(
    fc.constantFrom('context', 'extraction', 'lookups', 'a', 'serializeRecordForTransport', '名前', 'UUID'),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((words) => words.join(' '));
interface Tree {
  readonly name: string;
  readonly children: readonly Tree[];
}

const treeOf = (levels: number): fc.Arbitrary<Tree> =>
  fc.record({
    name,
    children:
      levels === 0
        ? fc.constant([])
        : fc.uniqueArray(treeOf(levels - 1), { maxLength: 3, selector: (one) => one.name }),
  });

const nodeOf = (one: Tree): TreeNode<null> => ({
  name: one.name,
  item: null,
  children: one.children.map(nodeOf),
});
const pathsOf = ({ name: own, children }: Tree): string[] => [
  own,
  ...children.flatMap(pathsOf).map((path) => `${own}/${path}`),
];

/** The paths of rows, read from the lines of the first column as a person reads them. */
function pathsRead(lines: readonly string[]): string[] {
  const open: string[] = [];
  const paths: string[] = [];
  for (const line of lines) {
    const [, indent = '', branch, text = ''] = /^([│ ]*)([├└]─ )?(.*)$/.exec(line) ?? [];
    if (branch === undefined && indent !== '') {
      paths[paths.length - 1] += text.trim();
      open[open.length - 1] += text.trim();
      continue;
    }
    open.length = branch === undefined ? 0 : 1 + (indent.length - 2) / 3;
    open.push(text.trim());
    paths.push(open.join('/'));
  }
  return paths;
}

describe('a table of a tree of rows', () => {
  it('reads back as the rows that went in, within the width, at 60 to 140 cells', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(treeOf(2), { minLength: 1, maxLength: 4, selector: (one) => one.name }),
        fc.integer({ min: 60, max: 140 }),
        fc.integer({ min: 1, max: 10 }),
        (roots, width, numbers) => {
          const columns: Column[] = Array.from({ length: numbers }, (_, n) => right(`Column ${n}`));
          const lines = treeLines(roots.map(nodeOf)).map(({ cell }) => [
            cell,
            ...columns.map(() => '-12.3 ±4.5'),
          ]);
          const table = boxTable([{ title: 'Row', align: 'left' }, ...columns], [lines], width);
          const letters = (text: string): string => text.replace(/\s/g, '');
          const read = pathsRead(namesIn(table)).map(letters);
          expect(read).toEqual(roots.flatMap(pathsOf).map(letters));
          for (const line of table.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
