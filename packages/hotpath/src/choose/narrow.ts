import { type Division, divided, type Part, rowsOf, type Stack } from './divide.js';

/** A candidate that has at least this part of a row's own time is where the row's time goes. */
const mostOfRow = 0.6;

/**
 * Adds to a division the innermost candidate that has most of the own time of each large row. It divides nothing, but it tells the
 * reader where in the row the time goes.
 */
export function narrow(
  stacks: readonly Stack[],
  candidates: readonly number[],
  start: Division,
  { large, most }: { readonly large: number; readonly most: number },
): Division {
  const room = most - rowsOf(start).length;
  const added = start.parts
    .filter(({ own }) => own > large)
    .flatMap((part) => innermost(part, candidates) ?? [])
    .slice(0, Math.max(0, room));
  return added.length === 0 ? start : divided(stacks, [...new Set([...start.chosen, ...added])]);
}

function innermost({ own, inside }: Part, candidates: readonly number[]): number | null {
  const found = candidates.flatMap((candidate) => {
    const part = inside.get(candidate);
    return part && part.share >= mostOfRow * own ? [{ candidate, depth: part.depth }] : [];
  });
  return found.sort((a, b) => b.depth - a.depth)[0]?.candidate ?? null;
}
