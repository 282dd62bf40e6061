import type { SuspensionRuntime } from '../../../instrument/edits/insert-suspensions.js';
import type { CallNode } from '../../../model/path/call-tree.js';
import { createTurns } from './turns.js';

/** Builds the call tree of probed places as they are entered and left. */
export interface Tracer {
  /** Gives the token for `leave`. */
  enter(place: number): number;
  leave(token: number): void;
  /** Instead of `leave`, when an exception leaves the place. */
  abandon(place: number, token: number): void;
  /** Separates activations that alternate. */
  readonly turns: SuspensionRuntime;
  /** Sets all counts to 0 and forgets open places; nodes stay. */
  reset(): void;
  /** The node that is open. */
  readonly position: number;
  readonly nodes: readonly CallNode[];
  readonly thrown: ReadonlySet<number>;
  readonly recursive: ReadonlySet<number>;
  /** Whether two executions below one parent were open at the same time. */
  readonly overlapped: boolean;
}

/** A tracer with the path itself as node 0. A place inside itself (recursion) is not counted again. */
export function createTracer(): Tracer {
  const nodes: { place: number; parent: number; count: number }[] = [{ place: -1, parent: -1, count: 0 }];
  const children: Map<number, number>[] = [new Map()];
  const thrown = new Set<number>();
  const recursive = new Set<number>();
  let openBelow: number[] = [];
  let current = 0;
  let overlapped = false;

  const child = (parent: number, place: number): number => {
    const known = children[parent]?.get(place);
    if (known !== undefined) return known;
    const made = nodes.push({ place, parent, count: 0 }) - 1;
    children.push(new Map());
    children[parent]?.set(place, made);
    return made;
  };

  const isOpen = (place: number): boolean => {
    for (let at = current; at > 0; at = nodes[at]?.parent ?? 0) if (nodes[at]?.place === place) return true;
    return false;
  };

  const leave = (token: number): void => {
    if (token === again) return;
    current = token;
    openBelow[token] = Math.max(0, (openBelow[token] ?? 0) - 1);
  };

  return {
    nodes,
    thrown,
    recursive,
    turns: createTurns(
      () => current,
      (node) => {
        current = node;
      },
      () => {},
    ),
    get position() {
      return current;
    },
    get overlapped() {
      return overlapped;
    },
    reset() {
      current = 0;
      openBelow = [];
      overlapped = false;
      for (const node of nodes) node.count = 0;
    },
    enter(place) {
      if (isOpen(place)) {
        recursive.add(place);
        return again;
      }
      const before = current;
      openBelow[before] = (openBelow[before] ?? 0) + 1;
      overlapped ||= (openBelow[before] as number) > 1;
      current = child(before, place);
      (nodes[current] as { count: number }).count++;
      return before;
    },
    leave,
    abandon(place, token) {
      thrown.add(place);
      leave(token);
    },
  };
}

/** The token of a place that is entered inside itself; -1 is that of a closed probe. */
const again = -2;
