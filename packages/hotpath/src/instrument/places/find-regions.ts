import { UserError } from '../../errors.js';
import {
  type Comment,
  type FunctionNode,
  isFunction,
  type Node,
  type ParsedSource,
  walk,
} from '../syntax/parse.js';
import { gone } from './gone.js';
import { type MarkPair, pairMarks, regionError } from './region-marks.js';

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

/**
 * All regions that can be rows, in source order. Pairs outside functions (folds around declarations) are ignored. Throws
 * a UserError with file:line for a region that is unclosed, crosses another one, spans blocks, lies inside an expression
 * or has the name of its sibling.
 */
export function findRegions(source: ParsedSource): Region[] {
  const regions: Region[] = [];
  for (const pair of pairMarks(source)) {
    const region = placeRegion(source, pair);
    if (region) regions.push(region);
  }
  refuseDoubles(source, regions);
  return regions.sort((a, b) => a.start - b.start);
}

/** The region whose opening comment starts at an offset. Throws a UserError if there is none because the file has changed. */
export function regionAt(source: ParsedSource, regions: readonly Region[], start: number): Region {
  return regions.find((region) => region.start === start) ?? gone(source, start, 'region');
}

/** Finds the function of a pair; null for a fold outside the statements of a function. */
function placeRegion(source: ParsedSource, pair: MarkPair): Region | null {
  const around = nodesAround(source.program, pair.open);
  const inner = around.at(-1);
  if (inner !== nodesAround(source.program, pair.close).at(-1)) {
    throw regionError(
      source,
      pair.open,
      `region "${pair.name}" begins in one block and ends in another, at line ${source.lineAt(pair.close.start)}`,
      'Put both marks between the statements of the same block.',
    );
  }
  const ownerIndex = around.findLastIndex(isFunction);
  const owner = around[ownerIndex];
  if (!inner || !owner || !isFunction(owner) || folds.has(inner.type)) return null;
  if (!statementLists.has(inner.type)) {
    throw regionError(
      source,
      pair.open,
      `region "${pair.name}" is inside an expression`,
      'Put both marks between statements.',
    );
  }
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

function refuseDoubles(source: ParsedSource, regions: readonly Region[]): void {
  const seen = new Map<string, Region>();
  for (const region of regions) {
    const parent = regions.findLast((other) => other.start < region.start && other.bodyEnd > region.bodyEnd);
    const key = `${region.owner.start}:${parent?.start ?? -1}:${region.name}`;
    const first = seen.get(key);
    if (first) {
      throw new UserError(
        `${source.file}:${source.lineAt(region.start)}: region "${region.name}" has the same name as its sibling at line ${source.lineAt(first.start)}`,
        'Give the two regions different names.',
      );
    }
    seen.set(key, region);
  }
}
