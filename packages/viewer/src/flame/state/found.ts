import { type CallTree, none, root } from '../../calls/call-tree.js';
import type { FlameLayout } from '../../calls/lay-out.js';

/** The shown calls of marked functions, sorted by left edge and then by depth. */
export function foundIn(
  { called }: CallTree,
  { shown, from, depth }: FlameLayout,
  isMarked: Uint8Array,
): number[] {
  return [...shown]
    .filter((node) => called[node] !== none && isMarked[called[node] as number] === 1)
    .sort((a, b) => (from[a] as number) - (from[b] as number) || (depth[a] as number) - (depth[b] as number));
}

/** Shares of the width of the picture: of a box that can be seen, and of one whose label can be read. */
const visible = 0.004;
const legible = 0.03;

/** A zoom in which `node` can be seen: the current one if it shows the node, otherwise the widest in which its label can be read. */
export function widestZoomFor(
  node: number,
  zoomed: number,
  { parents }: CallTree,
  { from, width }: FlameLayout,
): number {
  const of = (column: Float64Array, one: number): number => column[one] as number;
  const share = (one: number): number => of(width, node) / of(width, one);
  const middle = of(from, node) + of(width, node) / 2;
  const isInside = middle >= of(from, zoomed) && middle <= of(from, zoomed) + of(width, zoomed);
  if (isInside && share(zoomed) >= visible) return zoomed;
  let zoom = node;
  while (zoom !== root && share(parents[zoom] as number) >= legible) zoom = parents[zoom] as number;
  return zoom;
}
