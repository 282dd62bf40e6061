/** A name in a tree of rows: the first cell of a table's line. */
export interface TreeName {
  readonly name: string;
  /** The prefix of the name's first line, and that of the further lines of a wrapped name. */
  readonly first: string;
  readonly further: string;
}

/** A named item and what is below it. */
export interface TreeNode<Item> {
  readonly name: string;
  readonly item: Item;
  readonly children: readonly TreeNode<Item>[];
}

export interface TreeLine<Item> {
  readonly cell: TreeName;
  readonly item: Item;
}

/** The lines of trees, parents before children; branches are drawn from the second level on. */
export function treeLines<Item>(roots: readonly TreeNode<Item>[]): TreeLine<Item>[] {
  return roots.flatMap(({ name, item, children }) => [
    { cell: { name, first: '', further: '  ' }, item },
    ...branches(children, '  '),
  ]);
}

function branches<Item>(nodes: readonly TreeNode<Item>[], indent: string): TreeLine<Item>[] {
  return nodes.flatMap(({ name, item, children }, index) => {
    const isLast = index === nodes.length - 1;
    const below = `${indent}${isLast ? '   ' : '│  '}`;
    const cell = { name, first: `${indent}${isLast ? '└─' : '├─'} `, further: `${below}  ` };
    return [{ cell, item }, ...branches(children, below)];
  });
}

/**
 * A tree of items by their ids, which are names from the root down, joined by slashes. Ancestors without an item of their own
 * are nodes with null.
 */
export function treeOfIds<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
): TreeNode<Item | null>[] {
  interface Growing {
    readonly name: string;
    item: Item | null;
    readonly children: Growing[];
  }
  const roots: Growing[] = [];
  for (const item of items) {
    let level = roots;
    let node: Growing | undefined;
    for (const name of idOf(item).split('/')) {
      node = level.find((one) => one.name === name);
      if (!node) {
        node = { name, item: null, children: [] };
        level.push(node);
      }
      level = node.children;
    }
    if (node) node.item = item;
  }
  return roots;
}
