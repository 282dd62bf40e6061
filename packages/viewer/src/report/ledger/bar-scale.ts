import type { Estimate } from '../../../../hotpath/src/model/report/estimate.js';
import type { LedgerLine } from './ledger-lines.js';

/** The range of times that all bars of a ledger share, in ns. */
export interface BarScale {
  readonly from: number;
  readonly to: number;
}

/** A position on the scale, in percent of its width. Times outside the range are clamped to its ends. */
export interface Position {
  readonly percent: number;
  readonly isBeyond: boolean;
}

/**
 * A scale that covers zero, the total and all rows with their intervals, and the means of all routes. Disturbances and
 * the intervals of routes can be many times the total; their bars are cut at the end of the scale and marked as cut.
 */
export function barScale(total: Estimate, lines: readonly LedgerLine[]): BarScale {
  const times = [0, ...endsOf(total), ...lines.flatMap(timesOf)].filter(Number.isFinite);
  const [least, most] = [Math.min(...times), Math.max(...times)];
  // For a path that takes no time, everything is at the left end.
  if (least === most) return { from: 0, to: 1 };
  return { from: least, to: most };
}

export function positionOn({ from, to }: BarScale, ns: number): Position {
  const percent = (100 * (ns - from)) / (to - from);
  return { percent: Math.min(100, Math.max(0, percent)), isBeyond: !(percent >= 0 && percent <= 100) };
}

function timesOf(line: LedgerLine): number[] {
  const { spans, outside, marginal, sampled } = line.row?.routes ?? {};
  const routes = [spans, outside, marginal, sampled].map((route) => route?.corrected.mean ?? 0);
  return [...endsOf(line.time), ...routes, ...line.children.flatMap(timesOf)];
}

function endsOf({ mean, low, high }: Estimate): number[] {
  return [mean, low, high];
}
