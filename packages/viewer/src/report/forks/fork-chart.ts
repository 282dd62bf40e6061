import type { ForkReceipt } from '../../../../hotpath/src/model/report/fork-receipt.js';
import type { Ledger } from '../../../../hotpath/src/model/report/ledger.js';
import { element } from '../../dom/element.js';
import { svg } from '../../dom/svg.js';
import { inUnit, type TimeUnit } from '../../theme/time-unit.js';
import { binsOf, type ForkScale, weightedMean } from './fork-scale.js';
import { forkLine } from './fork-text.js';

/** Height of the picture in px, and number of bars in the histogram. */
const height = 220;
const bins = 16;

/** Each fork as a dot in the order of running, with a histogram of their times on the right. */
export function createForkChart(ledger: Ledger, scale: ForkScale, unit: TimeUnit): HTMLElement {
  const yOf = (ns: number): number => height * (1 - (ns - scale.from) / (scale.to - scale.from));
  return element(
    'figure',
    { class: 'fork-chart' },
    element(
      'div',
      { class: 'fork-plots' },
      axis(scale, yOf, unit),
      plot(ledger, scale, yOf, unit),
      histogram(ledger.forks, scale),
    ),
    element('figcaption', { class: 'soft' }, caption(ledger, unit)),
  );
}

function caption({ forks, modes }: Ledger, unit: TimeUnit): string {
  const unused = forks.filter(({ weight }) => weight === 0).length;
  const mean = `The line is their mean, ${inUnit(weightedMean(forks), unit)} ${unit.name}.`;
  return [
    `Clean time per operation in each fork, in the order of running, without garbage collection. ${mean} The axis does not start at zero.`,
    ...(unused > 0 ? [`${unused} of ${forks.length} forks ${unused === 1 ? 'is' : 'are'} set aside.`] : []),
    ...(modes
      ? [
          `Batches cluster around two times (dashed): ${inUnit(modes.low, unit)} and ${inUnit(modes.high, unit)} ${unit.name}. ${(100 * modes.highShare).toFixed(0)}% of batches are at the higher one; ${(100 * modes.residentForks).toFixed(0)}% of forks stay at one of the two.`,
        ]
      : []),
  ].join(' ');
}

function axis({ ticks }: ForkScale, yOf: (ns: number) => number, unit: TimeUnit): SVGElement {
  const texts = ticks.map((tick) =>
    svg(
      'text',
      { x: 58, y: yOf(tick), 'text-anchor': 'end', 'dominant-baseline': 'middle' },
      inUnit(tick, unit),
    ),
  );
  return svg('svg', { class: 'axis', width: 64, height, 'aria-hidden': 'true' }, ...texts);
}

function plot(
  { forks, modes }: Ledger,
  { ticks }: ForkScale,
  yOf: (ns: number) => number,
  unit: TimeUnit,
): SVGElement {
  const across = (name: string, ns: number): SVGElement =>
    svg('line', { class: name, x1: 0, x2: '100%', y1: yOf(ns), y2: yOf(ns) });
  const mean = weightedMean(forks);
  const label = `Times of ${forks.length} forks; the table below lists them`;
  return svg(
    'svg',
    { class: 'plot', role: 'img', 'aria-label': label, width: '100%', height },
    ...ticks.map((tick) => across('tick', tick)),
    ...(modes ? [across('mode', modes.low), across('mode', modes.high)] : []),
    ...(Number.isFinite(mean) ? [across('mean', mean)] : []),
    ...forks.flatMap((fork, index) => dot(fork, (100 * (index + 0.5)) / forks.length, yOf, unit)),
  );
}

function dot(fork: ForkReceipt, percent: number, yOf: (ns: number) => number, unit: TimeUnit): SVGElement[] {
  if (!Number.isFinite(fork.cleanNs)) return [];
  const attributes = {
    class: `fork ${fork.steadyState.verdict}`,
    cx: `${percent}%`,
    cy: yOf(fork.cleanNs),
    r: 4.5,
  };
  return [svg('circle', attributes, svg('title', {}, forkLine(fork, unit)))];
}

function histogram(forks: readonly ForkReceipt[], scale: ForkScale): SVGElement {
  const counts = binsOf(forks, scale, bins);
  const most = Math.max(1, ...counts);
  const bar = height / bins;
  const bars = counts.map((count, index) =>
    svg('rect', {
      class: 'bin',
      x: 0,
      y: height - (index + 1) * bar + 0.5,
      width: `${(100 * count) / most}%`,
      height: bar - 1,
      rx: 1.5,
    }),
  );
  return svg('svg', { class: 'histogram', width: 90, height, 'aria-hidden': 'true' }, ...bars);
}
