import type { ProfiledFunction } from '../../model/profiles/profile.js';
import { growingFloats, growingInts } from '../tree/columns.js';

/** A node as V8 writes it: https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-ProfileNode */
interface V8Node {
  readonly id: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url: string;
    /** From 0; -1 if there is none. */
    readonly lineNumber: number;
    readonly columnNumber: number;
  };
  readonly hitCount: number;
  readonly children: readonly number[];
  /** Used in traces, instead of children. */
  readonly parent?: number;
}

/** The nodes of a .cpuprofile in the order of the file. */
export interface V8Nodes {
  readonly functions: readonly ProfiledFunction[];
  readonly ids: Float64Array;
  readonly functionOf: Int32Array;
  readonly hits: Float64Array;
  /** Pairs of ids, at the same index: the callee here, its caller in `parents`. */
  readonly children: Float64Array;
  readonly parents: Float64Array;
}

export interface V8NodeReader {
  /** Takes a node. Throws a SyntaxError if it is not a valid one. */
  add(value: unknown): void;
  done(): V8Nodes;
}

export function createV8NodeReader(): V8NodeReader {
  const functions: ProfiledFunction[] = [];
  const numbers = new Map<string, number>();
  const ids = growingFloats();
  const functionOf = growingInts();
  const hits = growingFloats();
  const children = growingFloats();
  const parents = growingFloats();
  const numberOf = ({ functionName, url, lineNumber, columnNumber }: V8Node['callFrame']): number => {
    const key = `${lineNumber}:${columnNumber}:${url}\n${functionName}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, functions.length);
    return (
      functions.push({ name: functionName, file: url, line: lineNumber + 1, column: columnNumber + 1 }) - 1
    );
  };
  const link = (child: number, parent: number): void => {
    children.push(child);
    parents.push(parent);
  };
  return {
    add(value) {
      const node = checkNode(value, ids.length());
      ids.push(node.id);
      functionOf.push(numberOf(node.callFrame));
      hits.push(node.hitCount);
      for (const child of node.children) link(child, node.id);
      if (node.parent !== undefined) link(node.id, node.parent);
    },
    done: () => ({
      functions,
      ids: ids.done(),
      functionOf: functionOf.done(),
      hits: hits.done(),
      children: children.done(),
      parents: parents.done(),
    }),
  };
}

function checkNode(value: unknown, index: number): V8Node {
  const node = (value ?? {}) as Record<string, unknown>;
  const frame = (node.callFrame ?? {}) as Record<string, unknown>;
  if (typeof node.id !== 'number' || typeof frame.functionName !== 'string')
    throw new SyntaxError(`node ${index} has no id or no function name`);
  if (node.children !== undefined && !Array.isArray(node.children))
    throw new SyntaxError(`the children of node ${node.id} are not a list`);
  const hitCount = node.hitCount ?? 0;
  if (!(typeof hitCount === 'number' && hitCount >= 0 && hitCount < Number.POSITIVE_INFINITY))
    throw new SyntaxError(`the hit count of node ${node.id} is not a number of samples`);
  return {
    id: node.id,
    callFrame: {
      functionName: frame.functionName,
      url: typeof frame.url === 'string' ? frame.url : '',
      lineNumber: indexOf(frame.lineNumber),
      columnNumber: indexOf(frame.columnNumber),
    },
    hitCount,
    children: (node.children ?? []) as readonly number[],
    ...(typeof node.parent === 'number' && { parent: node.parent }),
  };
}

/** A line or a column, from 0; -1 for anything else. */
function indexOf(value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : -1;
}
