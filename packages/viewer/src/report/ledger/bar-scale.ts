import type { Estimate } from '../../../../hotpath/src/model/report/ledger.js';
import type { LedgerLine } from './ledger-lines.js';

/** The times, in ns, between which all bars of a ledger are drawn. */
export interface BarScale {
  readonly from: number;
  readonly to: number;
}

/** A time on the scale, per cent of its width; what lies beyond an end stands on it. */
export interface Position {
  readonly percent: number;
  readonly isBeyond: boolean;
}

/**
 * The scale that has zero, the total and all rows on it with their intervals, and their routes' values. Disturbances may
 * be many times the total, and routes' intervals too: they are cut where the scale ends, and drawn as cut.
 */
export function barScale(total: Estimate, lines: readonly LedgerLine[]): BarScale {
  const times = [0, ...endsOf(total), ...lines.flatMap(timesOf)].filter(Number.isFinite);
  const [least, most] = [Math.min(...times), Math.max(...times)];
  // Of a path that takes no time everything is at the left end.
  if (least === most) return { from: 0, to: 1 };
  return { from: least, to: most };
}

export function positionOn({ from, to }: BarScale, ns: number): Position {
  const percent = (100 * (ns - from)) / (to - from);
  return { percent: Math.min(100, Math.max(0, percent)), isBeyond: !(percent >= 0 && percent <= 100) };
}

function timesOf(line: LedgerLine): number[] {
  const { spans, marginal, sampled } = line.row?.routes ?? {};
  const routes = [spans, marginal, sampled].map((route) => route?.corrected.mean ?? 0);
  return [...endsOf(line.time), ...routes, ...line.children.flatMap(timesOf)];
}

function endsOf({ mean, low, high }: Estimate): number[] {
  return [mean, low, high];
}
