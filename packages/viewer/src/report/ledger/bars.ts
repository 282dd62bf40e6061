import type { Estimate } from '../../../../hotpath/src/model/report/estimate.js';
import type { LedgerRow } from '../../../../hotpath/src/model/report/ledger.js';
import { element } from '../../dom/element.js';
import { svg } from '../../dom/svg.js';
import type { TimeUnit } from '../../theme/time-unit.js';
import { timeOf } from '../estimate-text.js';
import { type BarScale, positionOn } from './bar-scale.js';
import type { LedgerLine } from './ledger-lines.js';

/** Heights in px: the lane of the estimate, and the lane of each route below it. */
const barLane = 18;
const routeLane = 7;

const routes = ['spans', 'outside', 'marginal', 'sampled'] as const;
type RouteName = (typeof routes)[number];

const routeTitles: Readonly<Record<RouteName, string>> = {
  spans: 'inside',
  outside: 'outside',
  marginal: 'marginal cost',
  sampled: 'sampled',
};

/** The fields of a line that are drawn. */
export type Barred = Pick<LedgerLine, 'time' | 'row' | 'name'>;

/** The estimate as a bar from zero with its interval, and below it the estimate of each route, on the common scale. */
export function createBars({ time, row, name }: Barred, scale: BarScale, unit: TimeUnit): SVGElement {
  const estimates = routeEstimates(row);
  const height = barLane + routeLane * estimates.length + (estimates.length > 0 ? 3 : 0);
  const text = [
    timeOf(time, unit),
    ...estimates.map(([route, of]) => `${routeTitles[route]} ${timeOf(of, unit)}`),
  ].join('; ');
  const zero = `${positionOn(scale, 0).percent}%`;
  const picture = svg(
    'svg',
    { class: 'bars', role: 'img', 'aria-label': `${name}: ${text}`, width: '100%', height },
    svg('title', {}, text),
    svg('line', { class: 'zero', x1: zero, x2: zero, y1: 0, y2: '100%' }),
    ...bar(time, scale),
    ...estimates.map(([route, of], lane) =>
      svg(
        'g',
        { class: `route ${route}` },
        ...whisker(of, scale, barLane + routeLane * (lane + 0.5), 0),
        mark(route, positionOn(scale, of.mean).percent, barLane + routeLane * (lane + 0.5)),
      ),
    ),
  );
  picture.style.setProperty('--bar-lane', `${barLane}px`);
  return picture;
}

function routeEstimates(row: LedgerRow | null): (readonly [RouteName, Estimate])[] {
  if (row === null) return [];
  return routes.flatMap((route) => {
    const found = row.routes[route];
    return found ? [[route, found.corrected] as const] : [];
  });
}

function bar(time: Estimate, scale: BarScale): SVGElement[] {
  if (!Number.isFinite(time.mean)) return [];
  const [zero, end] = [positionOn(scale, 0), positionOn(scale, time.mean)];
  const left = Math.min(zero.percent, end.percent);
  const width = Math.abs(end.percent - zero.percent);
  const name = `bar${time.mean < 0 ? ' negative' : ''}`;
  return [
    svg('rect', { class: name, x: `${left}%`, width: `${width}%`, y: 4, height: 10, rx: 2 }),
    ...whisker(time, scale, 9, 3.5),
    ...(end.isBeyond ? [cut(end.percent)] : []),
  ];
}

/** An interval. Ends that lie on the scale get caps. */
function whisker({ low, high }: Estimate, scale: BarScale, y: number, cap: number): SVGElement[] {
  if (!Number.isFinite(high - low)) return [];
  const ends = [positionOn(scale, low), positionOn(scale, high)] as const;
  const line = svg('line', {
    class: 'whisker',
    x1: `${ends[0].percent}%`,
    x2: `${ends[1].percent}%`,
    y1: y,
    y2: y,
  });
  const caps = ends
    .filter(({ isBeyond }) => cap > 0 && !isBeyond)
    .map(({ percent }) =>
      svg('line', { class: 'whisker', x1: `${percent}%`, x2: `${percent}%`, y1: y - cap, y2: y + cap }),
    );
  return [line, ...caps];
}

const shapes: Readonly<Record<RouteName, string>> = {
  spans: 'M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0Z',
  outside: 'M-2.8-2.8H2.8V2.8H-2.8Z',
  marginal: 'M0-3.6L3.6 0L0 3.6L-3.6 0Z',
  sampled: 'M0-3.4L3.4 2.8H-3.4Z',
};

/** An SVG path cannot be placed at a percentage; a nested svg element can. */
function mark(route: RouteName, percent: number, y: number): SVGElement {
  return svg(
    'svg',
    { x: `${percent}%`, y, overflow: 'visible', class: 'mark' },
    svg('path', { d: shapes[route] }),
  );
}

/** The mark of a bar that continues beyond the scale. */
function cut(percent: number): SVGElement {
  const shape = percent > 50 ? 'M-8 2l-4 14M-4 2l-4 14' : 'M8 2l4 14M4 2l4 14';
  return svg('svg', { x: `${percent}%`, y: 0, overflow: 'visible', class: 'cut' }, svg('path', { d: shape }));
}

/** The legend of bars and marks. */
export function createBarLegend(): HTMLElement {
  const entry = (picture: SVGElement, text: string): HTMLElement =>
    element('span', { class: 'bar-key' }, picture, text);
  const frame = (...children: SVGElement[]): SVGElement =>
    svg('svg', { width: 20, height: 12, viewBox: '-10 -6 20 12', 'aria-hidden': 'true' }, ...children);
  const sample = frame(
    svg('rect', { class: 'bar', x: -10, y: -5, width: 14, height: 10, rx: 2 }),
    svg('line', { class: 'whisker', x1: -2, x2: 9, y1: 0, y2: 0 }),
  );
  return element(
    'p',
    { class: 'bar-legend' },
    entry(sample, 'estimate with 95% interval'),
    ...routes.map((route) =>
      entry(
        frame(svg('g', { class: `route ${route}` }, svg('path', { d: shapes[route] }))),
        routeTitles[route],
      ),
    ),
  );
}
