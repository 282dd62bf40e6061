import { jumpsIn, type Stretch } from '../syntax/jumps.js';
import { isFunction, type Node, type ParsedSource, walk } from '../syntax/parse.js';
import { branchFinder } from './branches-before.js';
import { isBoundary, isCounted } from './counting-places.js';

/** What V8's counts of a script do not tell. */
export interface CountedText {
  /**
   * Loops, as UTF-16 offsets, after which V8 counts turns instead of ends: each `for` whose variables V8 copies for each turn. It copies
   * them where the loop contains functions.
   */
  readonly miscounted: readonly MiscountedLoop[];
  /** Places that execution may leave without a count. */
  readonly leaks: readonly { readonly from: number; readonly skipped: readonly SkippedNode[] }[];
  /**
   * The last expression with branches (`a ? b : c`, `a && b`) whose end has the same executions as the start of a node that follows it; null
   * if there is none. After the branches, V8 gives the count of the block around, unless a place at which it counts follows them.
   */
  branchesBefore(start: number): Stretch | null;
}

/** A loop after which V8's count is wrong, and where the nodes begin that have that count. */
export interface MiscountedLoop {
  readonly start: number;
  readonly end: number;
  readonly affected: readonly number[];
}

/** A node that does not run after execution has left its function or its `try` at an earlier place. */
export interface SkippedNode {
  readonly start: number;
  /**
   * Start of the outermost text around that place, and not around the node, that V8 counts by itself. A block of V8 that begins there or
   * later and ends after the node is two of equal counts, so that of the node is right. Infinity where there is no such text.
   */
  readonly branch: number;
}

/** Where nodes of a scope begin after an offset, up to the places at which V8 counts. Nothing in `left` is taken. */
export function uncountedAfter(scope: Node, offset: number, left: readonly Node[] = []): SkippedNode[] {
  const found = new Map<number, SkippedNode>();
  const branches: Node[] = [];
  walk(scope, (node, parents) => {
    if (node === scope) return undefined;
    if (isBoundary(node) || left.includes(node)) return false;
    if (isCounted(node, parents.at(-1))) {
      if (!contains(node, offset)) return false;
      branches.push(node);
    }
    const { start } = node;
    const branch = branches.find((one) => !contains(one, start))?.start ?? Number.POSITIVE_INFINITY;
    if (start > offset && !found.has(start)) found.set(start, { start, branch });
    return undefined;
  });
  return [...found.values()];
}

function contains({ start, end }: Node, offset: number): boolean {
  return start <= offset && offset < end;
}

/**
 * Finds what V8's counts of a script do not tell. A generator may be left at a `yield`, and an async function at an `await`. V8 counts after
 * them, but not after a `yield*`, and not after an expression with branches that contains them.
 */
export function countedText(source: ParsedSource): CountedText {
  const miscounted: MiscountedLoop[] = [];
  const leaks: { from: number; skipped: readonly SkippedNode[] }[] = [];
  walk(source.program, (node, parents) => {
    const scope = parents.findLast(isBoundary) ?? source.program;
    const copies = node.type === 'ForStatement' && copiesVariables(node);
    const { start, end } = node;
    const after = (): SkippedNode[] => uncountedAfter(scope, end - 1);
    if (copies) miscounted.push({ start, end, affected: after().map((one) => one.start) });
    if ((copies && isLeft(node)) || suspendsUncounted(node, parents))
      leaks.push({ from: start, skipped: after() });
    return undefined;
  });
  return { miscounted, leaks, branchesBefore: branchFinder(source) };
}

function suspendsUncounted(node: Node, parents: readonly Node[]): boolean {
  if (node.type === 'YieldExpression' && node.delegate) return true;
  if (node.type !== 'YieldExpression' && node.type !== 'AwaitExpression') return false;
  const statement = parents.findLastIndex(({ type }) =>
    /(Statement|Declaration|Block|Definition|Function\w*)$/.test(type),
  );
  return parents
    .slice(statement + 1)
    .some(({ type }) => type === 'LogicalExpression' || type === 'ConditionalExpression');
}

function copiesVariables({ init, ...loop }: Node & { type: 'ForStatement' }): boolean {
  if (init?.type !== 'VariableDeclaration' || init.kind === 'var') return false;
  return [loop.test, loop.update, loop.body].some((part) => part !== null && containsFunction(part));
}

function containsFunction(root: Node): boolean {
  let found = false;
  walk(root, (node) => {
    const isEval =
      node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'eval';
    found ||= isFunction(node) || node.type === 'ClassBody' || isEval;
    return !found;
  });
  return found;
}

/** Whether a jump leads out of a loop other than to its end. */
function isLeft(loop: Node): boolean {
  return jumpsIn(loop).some((jump) => jump.leaves({ from: loop.start, to: loop.end }));
}
