import { type CallTree, none, root } from '../calls/call-tree.js';
import type { FlameLayout } from '../calls/lay-out.js';
import { type Geometry, placeAt, type Span, topOf, visibleDepths } from './geometry.js';
import type { Labels } from './label.js';

/** All colours except those of function boxes. */
export interface Inks {
  readonly paper: string;
  readonly ink: string;
  /** Text on boxes. */
  readonly label: string;
  readonly mark: string;
  readonly root: string;
  readonly remainder: string;
}

/** The input of one drawing. */
export interface Drawing {
  readonly tree: CallTree;
  readonly layout: FlameLayout;
  readonly span: Span;
  readonly geometry: Geometry;
  /** Scroll position: the first visible pixel row, counted from the top of all rows. */
  readonly scroll: number;
  readonly colours: readonly string[];
  readonly inks: Inks;
  readonly labels: Labels;
  readonly nameOf: (node: number) => string;
  readonly zoomed: number;
  readonly selected: number;
  readonly hovered: number;
  /** 1 for marked functions; null while no search is active. */
  readonly isMarked: Uint8Array | null;
  /** 1 for functions of dimmed categories. */
  readonly isDimmed: Uint8Array;
}

/** Opacity of boxes that do not match the search or are dimmed, and of the callers of the zoomed call. */
const dimmedAlpha = 0.3;
const callerAlpha = 0.55;

/** Lowest opacity of text. */
const leastTextAlpha = 0.75;

/** Widths in px: adjacent boxes narrower than `narrow` are merged, and boxes narrower than `roundFrom` get square corners. */
const narrow = 1;
const roundFrom = 6;

/** Draws the visible rows. Rows and boxes out of sight are not visited. */
export function drawFlame(context: CanvasRenderingContext2D, drawing: Drawing): void {
  const { geometry, scroll, layout, inks } = drawing;
  context.globalAlpha = 1;
  context.fillStyle = inks.paper;
  context.fillRect(0, 0, geometry.width, geometry.height);
  const [first, last] = visibleDepths(scroll, layout.rows.length - 1, geometry);
  for (let depth = first; depth <= last; depth++) drawRow(context, drawing, depth);
  context.globalAlpha = 1;
  outline(context, drawing, drawing.hovered, 1);
  outline(context, drawing, drawing.selected, 2);
}

function drawRow(context: CanvasRenderingContext2D, drawing: Drawing, depth: number): void {
  const { layout, span, geometry, scroll } = drawing;
  const scale = geometry.width / (span.to - span.from);
  const y = topOf(depth, geometry) - scroll;
  const end = layout.rows[depth + 1] as number;
  /** Right edge of the most recent merged boxes, and whether one of them was marked. */
  let joined = -1;
  let isJoinedMarked = false;
  for (let place = placeAt(span.from, depth, layout); place < end; place++) {
    const node = layout.shown[place] as number;
    const left = ((layout.from[node] as number) - span.from) * scale;
    if (left >= geometry.width) return;
    const right = left + (layout.width[node] as number) * scale;
    if (right <= 0) continue;
    if (right - left >= narrow) {
      drawBox(context, drawing, node, Math.max(0, left), Math.min(geometry.width, right), y);
      continue;
    }
    const marked = isMarkedNode(drawing, node);
    if (left < joined && (isJoinedMarked || !marked)) continue;
    const x = Math.floor(left);
    fill(context, drawing, node);
    context.fillRect(x, y, 1, geometry.rowHeight - 1);
    joined = x + 1;
    isJoinedMarked = marked;
  }
}

function drawBox(
  context: CanvasRenderingContext2D,
  drawing: Drawing,
  node: number,
  left: number,
  right: number,
  y: number,
): void {
  const { geometry, labels, inks } = drawing;
  const height = geometry.rowHeight - 1;
  const width = right - left > 3 ? right - left - 1 : right - left;
  fill(context, drawing, node);
  if (width < roundFrom) context.fillRect(left, y, width, height);
  else {
    context.beginPath();
    context.roundRect(left, y, width, height, 2.5);
    context.fill();
  }
  const text = labels.fitted(drawing.nameOf(node), width - 10);
  if (text === '') return;
  context.fillStyle = isInkOnPaper(drawing, node) ? inks.ink : inks.label;
  context.globalAlpha = Math.max(context.globalAlpha, leastTextAlpha);
  context.fillText(text, left + 5, y + height / 2 + 0.5);
}

function fill(context: CanvasRenderingContext2D, drawing: Drawing, node: number): void {
  const { layout, zoomed } = drawing;
  const isCaller = (layout.depth[node] as number) < (layout.depth[zoomed] as number);
  context.fillStyle = colourOf(drawing, node);
  context.globalAlpha = isFaint(drawing, node) ? dimmedAlpha : isCaller ? callerAlpha : 1;
}

function colourOf(drawing: Drawing, node: number): string {
  const { tree, colours, inks } = drawing;
  if (isMarkedNode(drawing, node)) return inks.mark;
  const one = tree.called[node] as number;
  if (one !== none) return colours[one] as string;
  return node === root ? inks.root : inks.remainder;
}

function isMarkedNode({ tree, isMarked }: Drawing, node: number): boolean {
  const one = tree.called[node] as number;
  return one !== none && isMarked?.[one] === 1;
}

function isFaint(drawing: Drawing, node: number): boolean {
  if (drawing.isMarked) return !isMarkedNode(drawing, node);
  const one = drawing.tree.called[node] as number;
  return one !== none && drawing.isDimmed[one] === 1;
}

/** Whether a box is so faint that its text is drawn in the colour for paper. */
function isInkOnPaper(drawing: Drawing, node: number): boolean {
  return isFaint(drawing, node) || drawing.tree.called[node] === none;
}

function outline(context: CanvasRenderingContext2D, drawing: Drawing, node: number, thickness: number): void {
  const { layout, span, geometry, scroll, inks } = drawing;
  if (node === none || layout.width[node] === 0) return;
  const scale = geometry.width / (span.to - span.from);
  const from = ((layout.from[node] as number) - span.from) * scale;
  const left = Math.max(0, from);
  const right = Math.min(geometry.width, from + (layout.width[node] as number) * scale);
  if (right <= 0 || left >= geometry.width) return;
  const y = topOf(layout.depth[node] as number, geometry) - scroll;
  const width = Math.max(thickness, right - left - 1 - thickness);
  context.strokeStyle = inks.ink;
  context.lineWidth = thickness;
  context.beginPath();
  context.roundRect(left + thickness / 2, y + thickness / 2, width, geometry.rowHeight - 1 - thickness, 2.5);
  context.stroke();
}
