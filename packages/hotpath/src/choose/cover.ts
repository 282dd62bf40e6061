import { type Division, divided, rowsOf, type Stack } from './divide.js';

/** The path itself, outside of all rows, keeps at most this share. */
const mostOutside = 0.08;

/** Adds candidates to a division: each time the one that leaves the least of the path outside of all rows. */
export function cover(
  stacks: readonly Stack[],
  candidates: readonly number[],
  start: Division,
  most: number,
): Division {
  let division = start;
  while (outside(division) > mostOutside && rowsOf(division).length < most) {
    const next = candidates
      .map((candidate) => divided(stacks, [...division.chosen, candidate]))
      .reduce((best, one) => (outside(one) < outside(best) ? one : best), division);
    if (next === division) return division;
    division = next;
  }
  return division;
}

function outside({ parts }: Division): number {
  return parts.find(({ around }) => around.length === 0)?.own ?? 0;
}
