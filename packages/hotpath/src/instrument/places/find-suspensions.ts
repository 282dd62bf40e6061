import {
  type ForOfStatement,
  type FunctionNode,
  isFunction,
  type Node,
  type ParsedSource,
  walk,
} from '../syntax/parse.js';

/** An `await` or `yield` with its operand. */
export interface Suspension {
  readonly node: Node;
  /** Null for a plain `yield`. */
  readonly argument: Node | null;
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
  walkOwn(owner, (node) => {
    if (node.type === 'AwaitExpression') found.push({ node, argument: node.argument });
    if (node.type === 'YieldExpression' && !node.delegate) found.push({ node, argument: node.argument });
  });
  return found;
}

/** A `yield*` with what it iterates. */
export function delegationsIn(owner: FunctionNode): { readonly node: Node; readonly argument: Node }[] {
  const found: { readonly node: Node; readonly argument: Node }[] = [];
  walkOwn(owner, (node) => {
    if (node.type === 'YieldExpression' && node.delegate && node.argument)
      found.push({ node, argument: node.argument });
  });
  return found;
}

/** A `for await` loop. */
export interface AwaitingLoop {
  readonly loop: ForOfStatement;
  /** The statement of its outermost label, or the loop itself. */
  readonly labelled: Node;
}

export function awaitingLoopsIn(owner: FunctionNode): AwaitingLoop[] {
  const found: AwaitingLoop[] = [];
  walkOwn(owner, (node, parents) => {
    if (node.type !== 'ForOfStatement' || !node.await) return;
    const unlabelled = parents.findLastIndex(({ type }) => type !== 'LabeledStatement');
    found.push({ loop: node, labelled: parents[unlabelled + 1] ?? node });
  });
  return found;
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
