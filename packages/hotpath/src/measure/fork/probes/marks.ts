import type { ProbeFunctions } from '../../../instrument/edits/probe-code.js';
import type { Edge } from '../../job.js';
import type { TreePosition } from './span-runtime.js';

/**
 * A probe that only moves the position down its edge, and back up; not from the positions `held`, at which another place is timed that
 * contains this one.
 */
export function createMark(
  place: number,
  edges: readonly Edge[],
  position: TreePosition,
  held: ReadonlySet<number> = new Set(),
): ProbeFunctions {
  const down = new Map([...downFrom(place, edges)].filter(([from]) => !held.has(from)));
  const back = (before: number): void => {
    position.current = before;
  };
  return {
    enter() {
      const before = position.current;
      position.current = down.get(before) ?? before;
      return before;
    },
    leave: back,
    abandon: back,
  };
}

/** A place's own nodes by the nodes in which it is entered. */
export function downFrom(place: number, edges: readonly Edge[]): Map<number, number> {
  const down = new Map<number, number>();
  for (const [parent, at, child] of edges) if (at === place) down.set(parent, child);
  return down;
}
