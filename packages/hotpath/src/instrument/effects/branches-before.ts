import type { Stretch } from '../syntax/jumps.js';
import { type Node, type ParsedSource, walk } from '../syntax/parse.js';
import { isBoundary, isCounted } from './counting-places.js';

/** An expression with branches that is in no branch of another one. */
interface Branching {
  readonly node: Node;
  /** The innermost statement around it after which V8 counts, or text that V8 counts by itself. */
  readonly level: Node;
}

/** Statements after which V8 counts. */
const countedAfter = /^(If|For|ForIn|ForOf|While|DoWhile|Try|Switch)Statement$/;

/**
 * Finds the last expression with branches before a node whose end has the same executions as the start of the node. Null where there is
 * none.
 */
export function branchFinder(source: ParsedSource): (start: number) => Stretch | null {
  const places = new Map<number, { readonly boundary: Node; readonly levels: readonly Node[] }>();
  const branchings = new Map<Node, Branching[]>();
  walk(source.program, (node, parents) => {
    const boundary = parents.findLast(isBoundary) ?? source.program;
    if (!places.has(node.start)) places.set(node.start, { boundary, levels: levelsAround(node, parents) });
    if (node.type !== 'LogicalExpression' && node.type !== 'ConditionalExpression') return undefined;
    const known = branchings.get(boundary) ?? [];
    branchings.set(boundary, known);
    const last = known.at(-1)?.node;
    const level = levelsAround(node, parents)[0] ?? boundary;
    if (!last || last.end <= node.start) known.push({ level, node });
    return undefined;
  });
  return (start) => {
    const place = places.get(start);
    const before =
      place &&
      branchings
        .get(place.boundary)
        ?.findLast(({ node, level }) => node.end <= start && place.levels.includes(level));
    return before ? { from: before.node.start, to: before.node.end } : null;
  };
}

/** The levels around a node, innermost first, to the first that V8 counts by itself. */
function levelsAround(node: Node, parents: readonly Node[]): Node[] {
  const chain = [...parents, node];
  const found: Node[] = [];
  for (let at = chain.length - 1; at >= 0; at--) {
    const [one, parent] = [chain[at] as Node, chain[at - 1]];
    const isOwn = isCounted(one, parent) || (isBoundary(one) && one !== node);
    if (isOwn || (one !== node && countedAfter.test(one.type))) found.push(one);
    if (isOwn) break;
  }
  return found;
}
