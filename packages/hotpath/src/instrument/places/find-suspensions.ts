import {
  type ForOfStatement,
  type FunctionNode,
  isFunction,
  type Node,
  type ParsedSource,
  walk,
} from '../syntax/parse.js';

/** Where a function may suspend. */
export type Suspension = PlainSuspension | Delegation | AwaitingLoop;

/** An `await` or `yield` with its operand. */
export interface PlainSuspension {
  readonly kind: 'plain';
  readonly node: Node;
  /** Null for a plain `yield`. */
  readonly argument: Node | null;
}

/** A `yield*` with what it iterates. */
export interface Delegation {
  readonly kind: 'delegation';
  readonly node: Node;
  readonly argument: Node;
}

/** A `for await` loop. */
export interface AwaitingLoop {
  readonly kind: 'loop';
  readonly loop: ForOfStatement;
  /** The statement of its outermost label, or the loop itself. */
  readonly labelled: Node;
}

/** Async functions and generators of a source, in source order. */
export function findSuspending(source: ParsedSource): FunctionNode[] {
  const found: FunctionNode[] = [];
  walk(source.program, (node) => {
    if (isFunction(node) && node.body && suspends(node)) found.push(node);
    return undefined;
  });
  return found;
}

/** Whether a function can suspend, so that its activations can interleave. */
export function suspends(node: FunctionNode): boolean {
  return node.async || ('generator' in node && node.generator);
}

/** The suspensions of a function, outer before inner, without those of inner functions. */
export function suspensionsIn(owner: FunctionNode): Suspension[] {
  const found: Suspension[] = [];
  walkOwn(owner, (node, parents) => {
    if (node.type === 'AwaitExpression') found.push({ kind: 'plain', node, argument: node.argument });
    if (node.type === 'ForOfStatement' && node.await)
      found.push({ kind: 'loop', loop: node, labelled: labelledBy(node, parents) });
    if (node.type !== 'YieldExpression') return;
    const { argument, delegate } = node;
    if (delegate && argument) found.push({ kind: 'delegation', node, argument });
    else found.push({ kind: 'plain', node, argument });
  });
  return found;
}

function labelledBy(statement: Node, parents: readonly Node[]): Node {
  const unlabelled = parents.findLastIndex(({ type }) => type !== 'LabeledStatement');
  return parents[unlabelled + 1] ?? statement;
}

/** The `catch` and `finally` blocks of a function, where it may continue after a suspension throws. */
export function handlersOf(owner: FunctionNode): Node[] {
  const found: Node[] = [];
  walkOwn(owner, (node) => {
    if (node.type !== 'TryStatement') return;
    for (const handler of [node.handler?.body, node.finalizer]) if (handler) found.push(handler);
  });
  return found;
}

function walkOwn(owner: FunctionNode, visit: (node: Node, parents: readonly Node[]) => void): void {
  walk(owner.body as Node, (node, parents) => {
    if (isFunction(node)) return false;
    visit(node, parents);
    return undefined;
  });
}
