import { none } from '../calls/call-tree.js';
import type { FlameLayout } from '../calls/lay-out.js';

/** The horizontal range that fills the picture, as shares of the total. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Sizes and positions of rows, in CSS pixels. */
export interface Geometry {
  /** Width of the picture. */
  readonly width: number;
  /** Height of the visible part. */
  readonly height: number;
  readonly rowHeight: number;
  /** Height of all rows, and at least `height`. */
  readonly fullHeight: number;
  readonly icicle: boolean;
}

/** Space above the first row and below the last one. */
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

/** The upper edge of a row, measured from the top of all rows. */
export function topOf(depth: number, { rowHeight, fullHeight, icicle }: Geometry): number {
  return icicle ? margin + depth * rowHeight : fullHeight - margin - (depth + 1) * rowHeight;
}

/** The depth of the row at `y`, measured from the top of all rows. A result below 0 or past the last depth is not a row. */
export function depthAt(y: number, { rowHeight, fullHeight, icicle }: Geometry): number {
  return Math.floor(icicle ? (y - margin) / rowHeight : (fullHeight - margin - y) / rowHeight);
}

/** Depths of the first and the last visible row. */
export function visibleDepths(
  scroll: number,
  rows: number,
  geometry: Geometry,
): readonly [first: number, last: number] {
  const ends = [depthAt(scroll, geometry), depthAt(scroll + geometry.height, geometry)];
  return [Math.max(0, Math.min(...ends)), Math.min(rows - 1, Math.max(...ends))];
}

/** Index in `shown` of the last box in a row that begins at or before `share`, or of the first box if none does. */
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

/** The node whose box contains a point; `none` if there is no box. `y` is measured from the top of all rows. */
export function nodeAt(x: number, y: number, layout: FlameLayout, span: Span, geometry: Geometry): number {
  const depth = depthAt(y, geometry);
  if (depth < 0 || depth >= layout.rows.length - 1) return none;
  const share = span.from + (x / geometry.width) * (span.to - span.from);
  const node = layout.shown[placeAt(share, depth, layout)] as number;
  const from = layout.from[node] as number;
  return share >= from && share < from + (layout.width[node] as number) ? node : none;
}
