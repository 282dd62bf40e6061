import { type CallTree, none, root } from '../calls/call-tree.js';
import type { FlameLayout } from '../calls/lay-out.js';
import { type Geometry, placeAt, type Span, topOf, visibleDepths } from './geometry.js';
import type { Labels } from './label.js';

/** Colours of everything but the boxes of functions. */
export interface Inks {
  readonly paper: string;
  readonly ink: string;
  /** Of text on boxes. */
  readonly label: string;
  readonly mark: string;
  readonly root: string;
  readonly remainder: string;
}

/** What a drawing shows. */
export interface Drawing {
  readonly tree: CallTree;
  readonly layout: FlameLayout;
  readonly span: Span;
  readonly geometry: Geometry;
  /** Of the first line of pixels that can be seen, from the top of all. */
  readonly scroll: number;
  readonly colours: readonly string[];
  readonly inks: Inks;
  readonly labels: Labels;
  readonly nameOf: (node: number) => string;
  readonly zoomed: number;
  readonly selected: number;
  readonly hovered: number;
  /** 1 for marked functions; null where nothing is looked for. */
  readonly isMarked: Uint8Array | null;
  /** 1 for functions that are paled. */
  readonly isPaled: Uint8Array;
}

/** How much of their colour boxes keep that are not looked for, and those that the zoomed one was called by. */
const pale = 0.3;
const behind = 0.55;

/** How much of its colour text keeps at least. */
const readable = 0.75;

/** Boxes narrower than this, px, are drawn together; those narrower than `roundFrom` have no corners worth drawing. */
const narrow = 1;
const roundFrom = 6;

/** Draws what can be seen, and visits nothing else. */
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
  /** Right edge of the boxes that were drawn together at last, and whether one of them was marked. */
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
  context.globalAlpha = Math.max(context.globalAlpha, readable);
  context.fillText(text, left + 5, y + height / 2 + 0.5);
}

function fill(context: CanvasRenderingContext2D, drawing: Drawing, node: number): void {
  const { layout, zoomed } = drawing;
  const isBehind = (layout.depth[node] as number) < (layout.depth[zoomed] as number);
  context.fillStyle = colourOf(drawing, node);
  context.globalAlpha = isPale(drawing, node) ? pale : isBehind ? behind : 1;
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

function isPale(drawing: Drawing, node: number): boolean {
  if (drawing.isMarked) return !isMarkedNode(drawing, node);
  const one = drawing.tree.called[node] as number;
  return one !== none && drawing.isPaled[one] === 1;
}

/** Whether so little is left of a box's colour that its text stands on the paper. */
function isInkOnPaper(drawing: Drawing, node: number): boolean {
  return isPale(drawing, node) || drawing.tree.called[node] === none;
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
