import { expect, it } from 'vitest';
import { treeLines, treeOfIds } from './name-tree.js';

it('ids become a tree, with ancestors that have no item of their own', () => {
  const tree = treeOfIds(['build/stamp', 'build/copy', 'push', 'push/copy/deep'], (id) => id);
  expect(treeLines(tree).map(({ cell, item }) => `${cell.first}${cell.name} = ${item}`)).toEqual([
    'build = null',
    '  ├─ stamp = build/stamp',
    '  └─ copy = build/copy',
    'push = push',
    '  └─ copy = null',
    '     └─ deep = push/copy/deep',
  ]);
});
