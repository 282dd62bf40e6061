import type { Estimate } from 'hotpath/cli';

/** A row's projected gain and what its removal saved, ns. */
export interface GainOfRow {
  readonly row: string;
  readonly projected: Estimate;
  readonly real: Estimate;
}

/** Whether a projection is right within the tolerance; unsure where the intervals are too wide to tell. */
export type Verdict = 'yes' | 'NO' | 'unsure';

/** The largest error of a right projection, as a share of what the removal saved. */
const tolerance = 0.1;

/** Half of an interval. */
export function half({ low, high }: Estimate): number {
  return (high - low) / 2;
}

/** Half of the interval of their difference, as a share of what the removal saved. */
function doubt({ projected, real }: GainOfRow): number {
  return Math.hypot(half(projected), half(real)) / Math.abs(real.mean);
}

function errorOf({ projected, real }: GainOfRow): number {
  return Math.abs(projected.mean - real.mean) / Math.abs(real.mean);
}

/** Whether the two differ by no more than their intervals allow. */
export function isHeld(gain: GainOfRow): boolean {
  return errorOf(gain) <= doubt(gain);
}

export function verdictOf(gain: GainOfRow): Verdict {
  const [error, known] = [errorOf(gain), doubt(gain)];
  if (known <= tolerance) return error <= tolerance ? 'yes' : 'NO';
  return error > tolerance + known ? 'NO' : 'unsure';
}
