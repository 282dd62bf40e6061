import type { Profile } from '../../model/profiles/profile.js';
import { percent } from '../../model/text/percent.js';
import { type FlameBox, type FlameLayout, layOutFlame } from '../../profiles/tree/flame-layout.js';
import { fitted } from '../text/fitted.js';
import { categoryPaint, type FlamePaint } from './flame-paint.js';
import { flameScript } from './flame-svg-script.js';
import { flameStyle } from './flame-svg-style.js';
import { boxName } from './flame-text.js';
import { xmlText } from './xml.js';

export interface FlameDrawing {
  readonly title: string;
  /** A line that says what it shows. */
  readonly said: string;
  /** Whether the root is on top and calls are below it, instead of above. */
  readonly icicle: boolean;
  /** Calls with a smaller share of the whole are left out. */
  readonly narrowest: number;
  /** Width of the picture, px. */
  readonly width: number;
}

const side = 12;
const head = 62;
const foot = 34;
const boxHeight = 17;
/** Narrower boxes are invisible. */
const narrowestPx = 0.5;
/** Width of a letter, px. */
const cell = 7.22;

/** The attribute of a picture that says what it shows. */
export function labelOf(title: string): string {
  return `aria-label="${xmlText(`Flame graph: ${title}`)}"`;
}

/** A self-contained flame graph as SVG; where scripts are allowed, it zooms and searches. */
export function* writeFlameSvg(
  profile: Profile,
  drawing: FlameDrawing,
  paint = categoryPaint(profile),
): Generator<string> {
  const space = drawing.width - 2 * side;
  const layout = layOutFlame(profile, Math.max(drawing.narrowest, narrowestPx / space));
  const height = head + (layout.depth + 1) * boxHeight + foot;
  yield `<svg xmlns="http://www.w3.org/2000/svg" width="${drawing.width}" height="${height}" viewBox="0 0 ${drawing.width} ${height}" `;
  yield `data-left="${side}" data-space="${space}" data-cell="${cell}" role="img" ${labelOf(drawing.title)}>\n`;
  yield `<style>${flameStyle(paint.style)}</style>\n`;
  yield heading(layout, drawing, paint);
  for (const box of layout.boxes) yield boxElement(profile, layout, box, drawing, paint);
  yield `<text id="details" x="${side}" y="${height - 12}"></text>\n`;
  yield `<text id="found" x="${drawing.width - side}" y="${height - 12}" text-anchor="end"></text>\n`;
  yield `<script><![CDATA[${flameScript}]]></script>\n</svg>\n`;
}

function heading(
  layout: FlameLayout,
  { title, said, narrowest, width }: FlameDrawing,
  paint: FlamePaint,
): string {
  const hidden =
    layout.hidden > 0
      ? `, ${layout.hidden.toLocaleString('en')} calls narrower than ${narrowest > 0 ? `${percent(narrowest)} or ` : ''}half a pixel left out`
      : '';
  const buttons = [
    `<text id="reset" class="button" x="${width - side - 70}" y="22" text-anchor="end">reset</text>`,
    `<text id="search" class="button" x="${width - side}" y="22" text-anchor="end">search</text>`,
  ];
  return [
    `<text class="head" x="${side}" y="24">${xmlText(fitted(title, 90))}</text>`,
    `<text class="soft" x="${side}" y="42">${xmlText(`${said}${hidden}`)}</text>`,
    ...buttons,
    legend(paint.legend(layout)),
    '',
  ].join('\n');
}

/** The colours that occur, with their names. */
function legend(entries: ReturnType<FlamePaint['legend']>): string {
  let x = side;
  return entries
    .map(([classes, name]) => {
      const at = x;
      x += 28 + cell * name.length;
      return `<g class="${classes}"><rect x="${at}" y="48" width="10" height="10" rx="2"/><text class="soft" x="${at + 14}" y="57">${name}</text></g>`;
    })
    .join('\n');
}

function boxElement(
  profile: Profile,
  layout: FlameLayout,
  box: FlameBox,
  { icicle, width: whole }: FlameDrawing,
  paint: FlamePaint,
): string {
  const name = boxName(profile, box.node);
  const space = whole - 2 * side;
  const x = side + box.from * space;
  const width = visibleWidth(box.width * space);
  const y = head + (icicle ? box.depth : layout.depth - box.depth) * boxHeight;
  const text = fitted(name, Math.floor((width - 6) / cell));
  return [
    `<g class="box ${paint.classesOf(box)}" data-from="${box.from}" data-width="${box.width}" data-depth="${box.depth}" data-name="${xmlText(name.slice(0, 300))}">`,
    `<title>${xmlText(paint.titleOf(box, layout))}</title>`,
    `<rect x="${x.toFixed(2)}" y="${y}" width="${width.toFixed(2)}" height="${boxHeight - 1}" rx="2"/>`,
    `<text x="${(x + 3).toFixed(2)}" y="${y + 12}">${xmlText(text)}</text></g>\n`,
  ].join('');
}

/** Boxes that are wide enough have a gap between them. */
function visibleWidth(width: number): number {
  return width > 2 ? width - 0.5 : width;
}
