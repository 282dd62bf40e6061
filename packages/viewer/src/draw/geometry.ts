import { none } from '../calls/call-tree.js';
import type { FlameLayout } from '../calls/lay-out.js';

/** The part of the whole, in shares of it, that is as wide as the picture. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where rows and boxes are. All lengths in CSS pixels. */
export interface Geometry {
  /** Of the picture. */
  readonly width: number;
  /** Of what can be seen at once. */
  readonly height: number;
  readonly rowHeight: number;
  /** Of all rows, and at least what can be seen. */
  readonly fullHeight: number;
  readonly icicle: boolean;
}

/** Above the first row and below the last. */
const margin = 6;

export function geometryOf(
  layout: FlameLayout,
  icicle: boolean,
  rowHeight: number,
  width: number,
  height: number,
): Geometry {
  const rows = layout.rows.length - 1;
  return { width, height, rowHeight, icicle, fullHeight: Math.max(height, rows * rowHeight + 2 * margin) };
}

/** The upper edge of a row, from the top of all. */
export function topOf(depth: number, { rowHeight, fullHeight, icicle }: Geometry): number {
  return icicle ? margin + depth * rowHeight : fullHeight - margin - (depth + 1) * rowHeight;
}

/** The depth of the row at a height from the top of all; of no row where it is below 0 or too large. */
export function depthAt(y: number, { rowHeight, fullHeight, icicle }: Geometry): number {
  return Math.floor(icicle ? (y - margin) / rowHeight : (fullHeight - margin - y) / rowHeight);
}

/** Depths of the first and the last row that can be seen. */
export function visibleDepths(
  scroll: number,
  rows: number,
  geometry: Geometry,
): readonly [first: number, last: number] {
  const ends = [depthAt(scroll, geometry), depthAt(scroll + geometry.height, geometry)];
  return [Math.max(0, Math.min(...ends)), Math.min(rows - 1, Math.max(...ends))];
}

/** The place in `shown` of the last box of a row that begins at or before a share of the whole; the row's first if none does. */
export function placeAt(share: number, depth: number, { rows, shown, from }: FlameLayout): number {
  let low = rows[depth] as number;
  let high = (rows[depth + 1] as number) - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((from[shown[middle] as number] as number) <= share) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The node whose box has a point; `none` where there is no box. `y` is from the top of all. */
export function nodeAt(x: number, y: number, layout: FlameLayout, span: Span, geometry: Geometry): number {
  const depth = depthAt(y, geometry);
  if (depth < 0 || depth >= layout.rows.length - 1) return none;
  const share = span.from + (x / geometry.width) * (span.to - span.from);
  const node = layout.shown[placeAt(share, depth, layout)] as number;
  const from = layout.from[node] as number;
  return share >= from && share < from + (layout.width[node] as number) ? node : none;
}
