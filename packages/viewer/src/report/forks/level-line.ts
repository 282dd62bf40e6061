import type { ForkReceipt, Level } from '../../../../hotpath/src/model/report/fork-receipt.js';
import { svg } from '../../dom/svg.js';

const width = 84;
const height = 20;

/** Smallest reach: smaller changes are not magnified. */
const leastReach = 0.05;

/** The largest deviation of a level from the last level of its fork, as a share of the latter. All lines are scaled by it. */
export function levelReach(forks: readonly ForkReceipt[]): number {
  const reaches = forks.flatMap(({ steadyState: { levels } }) =>
    levels.map(({ ns }) => Math.abs(ns / (levels.at(-1) as Level).ns - 1)),
  );
  return reaches.reduce((most, reach) => (reach > most ? reach : most), leastReach);
}

/** The levels of a fork over time, as a step line around the last level. `endMs`: when measuring ended. */
export function levelPath(levels: readonly Level[], reach: number, endMs: number): string {
  const last = levels.at(-1);
  if (!last) return '';
  const end = Math.max(endMs, 1.15 * last.fromMs, 1);
  const x = (ms: number): string => ((width * ms) / end).toFixed(1);
  const y = (ns: number): string => (height / 2 - ((height / 2 - 2) * (ns / last.ns - 1)) / reach).toFixed(1);
  const steps = levels.map(
    ({ fromMs, ns }, index) => `${index === 0 ? `M0 ${y(ns)}` : `H${x(fromMs)}V${y(ns)}`}`,
  );
  return `${steps.join('')}H${width}`;
}

/** The course of a fork as a sparkline. */
export function createLevelLine(levels: readonly Level[], reach: number, endMs: number): SVGElement {
  return svg(
    'svg',
    { class: 'level-line', width, height, 'aria-hidden': 'true' },
    svg('path', { d: levelPath(levels, reach, endMs) }),
  );
}
