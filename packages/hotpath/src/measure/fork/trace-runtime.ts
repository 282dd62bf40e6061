import type { CallNode } from '../../model/call-tree.js';

interface Frame {
  readonly place: number;
  readonly node: number;
}

/** Builds the call tree of probed places as they are entered and left. */
export interface Tracer {
  enter(place: number): void;
  leave(place: number): void;
  /** Instead of `leave`, when an exception leaves the place. */
  abandon(place: number): void;
  /** Sets all counts to nothing and forgets what is open; nodes stay. */
  reset(): void;
  readonly nodes: readonly CallNode[];
  readonly thrown: ReadonlySet<number>;
  readonly recursive: ReadonlySet<number>;
}

/** A tracer with the path itself as node 0. A place met inside itself (recursion) is not counted again. */
export function createTracer(): Tracer {
  const nodes: { place: number; parent: number; count: number }[] = [{ place: -1, parent: -1, count: 0 }];
  const children: Map<number, number>[] = [new Map()];
  const thrown = new Set<number>();
  const recursive = new Set<number>();
  let open: Frame[] = [];

  const child = (parent: number, place: number): number => {
    const known = children[parent]?.get(place);
    if (known !== undefined) return known;
    const made = nodes.push({ place, parent, count: 0 }) - 1;
    children.push(new Map());
    children[parent]?.set(place, made);
    return made;
  };

  const leave = (place: number): void => {
    const at = open.findLastIndex((frame) => frame.place === place);
    if (at !== -1) open = open.toSpliced(at, 1);
  };

  return {
    nodes,
    thrown,
    recursive,
    reset() {
      open = [];
      for (const node of nodes) node.count = 0;
    },
    enter(place) {
      const current = open.at(-1)?.node ?? 0;
      const again = open.some((frame) => frame.place === place);
      if (again) recursive.add(place);
      const node = again ? current : child(current, place);
      const entered = nodes[node];
      if (!again && entered) entered.count++;
      open.push({ place, node });
    },
    leave,
    abandon(place) {
      thrown.add(place);
      leave(place);
    },
  };
}
