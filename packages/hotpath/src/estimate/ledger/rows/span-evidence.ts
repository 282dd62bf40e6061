import type { Measured } from '../../../stats/measured.js';
import { mean } from '../../../stats/summary.js';
import type { HiddenTimer } from './hidden-timer.js';
import type { RowReadings } from './row-readings.js';

/**
 * How far the spans of one row are off beyond what is known of the timer: ns per execution, and a share of the row, because the
 * probed code may be compiled in another way. One standard deviation, learnt from generated paths (docs/adr/0037).
 */
export const placeDoubt = { ns: 4, share: 0.01 };

/** Which share of itself a short chain of arithmetic hides of the timer, until it hides all that can be hidden. */
const mostOfRow = 0.7;

/** The systematic error of a row's spans without what is hidden, ns per execution. */
export function spanDoubt({ corrected, calls, interval }: RowReadings): number {
  return Math.hypot(
    placeDoubt.ns,
    (placeDoubt.share * Math.abs(mean(corrected))) / calls,
    interval.deviation,
  );
}

/** What spans say of a row, with what the path hides of the timer added back. */
export function spanEvidence(row: RowReadings, hidden: HiddenTimer): Measured {
  const { corrected, span, calls } = row;
  if (calls === 0) return { values: corrected, systematic: 0 };
  const { part, deviation } = hiddenPart(hidden.mean, mean(corrected) / calls);
  return {
    values: corrected.map(
      (ns, replicate) =>
        ns + part * (hidden.ns[replicate] as number) * (span.timedCalls[replicate] as number),
    ),
    systematic: Math.hypot(spanDoubt(row), part * hidden.deviation, deviation) * calls,
  };
}

/**
 * Which part of `hidden` a row hides, given its span less the interval, ns per execution, with the deviation in ns. A row cannot hide
 * more of the timer than it lasts: one that is shorter than what could be hidden shows a span of nearly nothing, however long it is,
 * so it hides anything between nothing and all, and about half.
 */
function hiddenPart(hidden: number, shown: number): { part: number; deviation: number } {
  if (hidden <= 0) return { part: 1, deviation: 0 };
  const longEnough = hidden * (1 / mostOfRow - 1);
  const surely = Math.min(1, Math.max(0, shown / longEnough));
  return { part: (1 + surely) / 2, deviation: ((1 - surely) * hidden) / Math.sqrt(12) };
}
