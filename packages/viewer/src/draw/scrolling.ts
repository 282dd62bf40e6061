import { type Geometry, topOf } from './geometry.js';

/** Rows of callers that stay visible next to the zoomed call. */
const callersInSight = 3;

/** The scroll position that shows a row, a few of its callers, and as many rows of callees as fit. */
export function scrollToZoom(depth: number, geometry: Geometry): number {
  const { rowHeight, height, icicle } = geometry;
  const top = topOf(depth, geometry);
  const callers = callersInSight * rowHeight;
  return clamped(icicle ? top - callers : top + rowHeight + callers - height, geometry);
}

/** The scroll position nearest to `scroll` at which a row is fully visible. */
export function scrollToRow(depth: number, geometry: Geometry, scroll: number): number {
  const top = topOf(depth, geometry);
  const { rowHeight, height } = geometry;
  return clamped(Math.min(Math.max(scroll, top + 2 * rowHeight - height), top - rowHeight), geometry);
}

function clamped(scroll: number, { fullHeight, height }: Geometry): number {
  return Math.min(Math.max(0, scroll), fullHeight - height);
}
