import { jumpsIn } from '../syntax/jumps.js';
import { isFunction, type Node, type ParsedSource, walk } from '../syntax/parse.js';
import { type SkippedNode, uncountedAfter } from './counted-text.js';
import { isBoundary } from './counting-places.js';

/** What an exception does in a function that it comes to. */
export interface Unwinding {
  /** Whether it ends there. `perhaps`: that depends on values. */
  readonly ends: 'yes' | 'no' | 'perhaps';
  /** What would have run after it, and is counted by V8 as if it had run. */
  readonly skipped: readonly SkippedNode[];
  /** The `finally` blocks that run on its way. It goes on after them unless they throw. */
  readonly through: readonly { readonly start: number; readonly end: number }[];
  /**
   * Whether the offset is a call of a promise's `reject`, by the name of what is called. V8 tells of such a call as of an
   * exception. `perhaps`: it is a call, and may be one of such a function by another name.
   */
  readonly rejects: 'yes' | 'no' | 'perhaps';
}

/**
 * What an exception does in the function around an offset, where it is thrown or arrives from a call. V8 counts executions of
 * blocks: statements between the offset and the next place at which it counts (a branch, the body of a loop, a `catch`, a `finally`)
 * have the count of the block that the exception leaves. `toPromise`: V8 predicts that a promise gets the exception.
 */
export function unwindingAt(source: ParsedSource, offset: number, toPromise: boolean): Unwinding {
  const chain = nodesAround(source, offset);
  return { ...pathOf(source, chain, offset, toPromise), rejects: rejects(chain) };
}

function pathOf(
  source: ParsedSource,
  chain: readonly Node[],
  offset: number,
  toPromise: boolean,
): Omit<Unwinding, 'rejects'> {
  const outermost = chain.findLastIndex(isBoundary);
  const left: Node[] = [];
  for (let at = chain.length - 2; at >= outermost; at--) {
    const [node, inner] = [chain[at], chain[at + 1]] as [Node, Node];
    if (node.type !== 'TryStatement' || inner === node.finalizer) continue;
    if (inner === node.block && node.handler)
      return { ends: 'yes', skipped: uncountedAfter(node.block, offset, left), through: left };
    if (!node.finalizer) continue;
    if (mayEnd(node.finalizer))
      return { ends: 'perhaps', skipped: uncountedAfter(inner, offset, left), through: left };
    left.push(node.finalizer);
  }
  const scope = (chain[outermost] ?? source.program) as Node;
  const skipped = uncountedAfter(scope, offset, left);
  const ends = isAsync(scope) || (toPromise && isPromiseCall(chain));
  return { ends: ends ? 'yes' : 'no', skipped, through: left };
}

/** The nodes around an offset, outermost first. */
function nodesAround(source: ParsedSource, offset: number): Node[] {
  const chain: Node[] = [];
  walk(source.program, (node) => {
    if (node.type !== 'Program' && (offset < node.start || offset >= node.end)) return false;
    chain.push(node);
    return undefined;
  });
  return chain;
}

function isAsync(node: Node): boolean {
  return isFunction(node) && node.async;
}

/** Whether a `finally` may end an exception: by a jump out of it, or because its generator is left at a `yield` in it. */
function mayEnd(finalizer: Node): boolean {
  const stretch = { from: finalizer.start, to: finalizer.end };
  return jumpsIn(finalizer).some((jump) => jump.leaves(stretch)) || yields(finalizer);
}

function yields(root: Node): boolean {
  let found = false;
  walk(root, (node) => {
    if (isFunction(node)) return false;
    found ||= node.type === 'YieldExpression';
    return undefined;
  });
  return found;
}

/** Whether the innermost call is of `Promise` or its methods, which turn exceptions of what they call into rejections. */
function isPromiseCall(chain: readonly Node[]): boolean {
  const call = innermostCall(chain);
  if (!call) return false;
  const callee = call.callee.type === 'MemberExpression' ? call.callee.object : call.callee;
  return callee.type === 'Identifier' && callee.name === 'Promise';
}

/** By the innermost node around the place: a `throw` and a failing operation are no calls. */
function rejects(chain: readonly Node[]): Unwinding['rejects'] {
  const call = innermostCall(chain);
  if (!call || chain.indexOf(call) < chain.findLastIndex((node) => node.type === 'ThrowStatement'))
    return 'no';
  const { callee } = call;
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  return 'name' in name && typeof name.name === 'string' && /reject/i.test(name.name) ? 'yes' : 'perhaps';
}

function innermostCall(chain: readonly Node[]): (Node & { callee: Node }) | undefined {
  const inner = chain.slice(chain.findLastIndex(isBoundary) + 1);
  return inner.findLast((node) => node.type === 'NewExpression' || node.type === 'CallExpression');
}
