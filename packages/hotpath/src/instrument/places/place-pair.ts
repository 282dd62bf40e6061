import {
  type Comment,
  type FunctionNode,
  isFunction,
  type Node,
  type ParsedSource,
  walk,
} from '../syntax/parse.js';
import type { MarkPair, OnlyFold } from './region-marks.js';

/** A pair `// #region NAME` … `// #endregion` inside one statement list of a function. */
export interface Region {
  readonly name: string;
  /** Start of the opening comment. */
  readonly start: number;
  /** End of the opening comment: where the region begins. */
  readonly bodyStart: number;
  /** Start of the closing comment: where the region ends. */
  readonly bodyEnd: number;
  /** The innermost enclosing function. */
  readonly owner: FunctionNode;
  /** The enclosing nodes, from the function's body inwards. */
  readonly around: readonly Node[];
  /** The statements between the marks. */
  readonly statements: readonly Node[];
}

/** Nodes with a list of statements. */
const statementLists = new Set(['BlockStatement', 'SwitchCase', 'StaticBlock']);

/** Nodes in which marks only fold text in an editor. */
const folds = new Set(['ClassBody', 'ObjectExpression', 'ArrayExpression', 'SwitchStatement', 'Program']);

export function isRegion(placed: Region | OnlyFold): placed is Region {
  return 'owner' in placed;
}

/** The region of a pair, or why it is none; null for a fold outside the statements of a function. */
export function placePair(source: ParsedSource, pair: MarkPair): Region | OnlyFold | null {
  const around = nodesAround(source.program, pair.open);
  const inner = around.at(-1);
  const last = nodesAround(source.program, pair.close).at(-1);
  const ownerIndex = around.findLastIndex(isFunction);
  const owner = around[ownerIndex];
  if (inner === last && (!inner || !owner || !isFunction(owner) || folds.has(inner.type))) return null;
  const part = [inner, last].find((one) => one && !statementLists.has(one.type) && !folds.has(one.type));
  if (part) return insideOf(part, pair);
  if (inner !== last || !inner || !owner || !isFunction(owner)) return acrossBlocks(source, pair);
  return {
    name: pair.name,
    start: pair.open.start,
    bodyStart: pair.open.end,
    bodyEnd: pair.close.start,
    owner,
    around: around.slice(ownerIndex + 1),
    statements: statementsOf(inner).filter(
      (statement) => statement.start >= pair.open.end && statement.end <= pair.close.start,
    ),
  };
}

function insideOf({ type }: Node, { name, open }: MarkPair): OnlyFold {
  return {
    start: open.start,
    why: `region "${name}" is inside ${type.startsWith('TS') ? 'a type' : 'an expression'}`,
    hint: 'Put both marks between statements.',
    isRegionMark: true,
  };
}

function acrossBlocks({ lineAt }: ParsedSource, { name, open, close }: MarkPair): OnlyFold {
  return {
    start: open.start,
    why: `region "${name}" begins in one block and ends in another, at line ${lineAt(close.start)}`,
    hint: 'Put both marks between the statements of the same block.',
    isRegionMark: true,
  };
}

function statementsOf(list: Node): readonly Node[] {
  if (list.type === 'SwitchCase') return list.consequent;
  return list.type === 'BlockStatement' || list.type === 'StaticBlock' ? list.body : [];
}

function nodesAround(root: Node, comment: Comment): Node[] {
  let innermost: Node[] = [];
  walk(root, (node, parents) => {
    if (node !== root && (node.start > comment.start || node.end < comment.end)) return false;
    innermost = [...parents, node];
    return undefined;
  });
  return innermost;
}
