import type { Estimate } from '../../model/report/estimate.js';
import type { Floor, Ledger, LedgerRow, Part } from '../../model/report/ledger.js';
import { isWaitShown } from '../../model/report/waiting.js';
import type { TreeNode } from './layout/name-tree.js';

/** What a line of the ledger shows. */
export interface Shown {
  readonly time: Estimate;
  readonly row?: LedgerRow;
  readonly floor?: Floor | null;
}

type Node = TreeNode<Shown>;

/** The sections of a ledger: its rows; the total and what is unexplained; what the machine added. */
export function ledgerSections(ledger: Ledger): Node[][] {
  return [rowSection(ledger), totalSection(ledger), machineSection(ledger)].filter(
    (section) => section.length > 0,
  );
}

function rowSection({ rows, collections }: Ledger): Node[] {
  const nodesBelow = (parent: string | null): Node[] =>
    rows.filter((row) => row.parent === parent).map((row) => nodeOf(row, nodesBelow(row.id)));
  const nodes = nodesBelow(null);
  const [last] = nodes.slice(-1);
  // Garbage collection is the last row; a single kind of pause needs no line of its own.
  if (!last || collections.length < 2) return nodes;
  return [...nodes.slice(0, -1), { ...last, children: [...last.children, ...collections.map(partNode)] }];
}

function nodeOf(row: LedgerRow, below: readonly Node[]): Node {
  const itself: Node[] = below.length === 0 ? [] : [{ name: '(itself)', item: { time: row }, children: [] }];
  return { name: row.name, item: { time: row.inclusive, row }, children: [...below, ...itself] };
}

function totalSection({ total, waiting, unexplained, floor }: Ledger): Node[] {
  const waits = isWaitShown({ total, waiting }) ? [partNode({ name: 'of it off-CPU', ...waiting })] : [];
  return [
    { name: 'TOTAL', item: { time: total, floor }, children: waits },
    { name: 'UNEXPLAINED', item: { time: unexplained }, children: unexplained.parts.map(partNode) },
  ];
}

function machineSection({ disturbances }: Ledger): Node[] {
  return disturbances.map((part) => partNode({ ...part, name: `on top: ${part.name}` }));
}

function partNode({ name, ...time }: Part): Node {
  return { name, item: { time }, children: [] };
}
