import { type Geometry, topOf } from './geometry.js';

/** Rows of callers that stay in sight below what is zoomed. */
const callersInSight = 3;

/** The height from which a row is seen with some of its callers, and as many rows beyond it as there is room for. */
export function scrollToZoom(depth: number, geometry: Geometry): number {
  const { rowHeight, height, icicle } = geometry;
  const top = topOf(depth, geometry);
  const callers = callersInSight * rowHeight;
  return clamped(icicle ? top - callers : top + rowHeight + callers - height, geometry);
}

/** The height nearest to a given one from which a row is seen whole. */
export function scrollToRow(depth: number, geometry: Geometry, scroll: number): number {
  const top = topOf(depth, geometry);
  const { rowHeight, height } = geometry;
  return clamped(Math.min(Math.max(scroll, top + 2 * rowHeight - height), top - rowHeight), geometry);
}

function clamped(scroll: number, { fullHeight, height }: Geometry): number {
  return Math.min(Math.max(0, scroll), fullHeight - height);
}
