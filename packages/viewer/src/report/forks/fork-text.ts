import type { ForkReceipt, SteadyState } from '../../../../hotpath/src/model/report/fork-receipt.js';
import { inUnit, signedPercent, type TimeUnit } from '../../theme/time-unit.js';

/** What each verdict means. */
export const verdictTexts: Readonly<Record<SteadyState['verdict'], string>> = {
  flat: 'flat: one level',
  warm: 'warm: became quicker, then steady',
  slowing: 'slowing: became slower, then steady',
  none: 'none: still changing at the end',
  unknown: 'unknown: too few undisturbed batches',
};

/** A process in a line. */
export function processLine(
  { index, replicate, cleanNs, weight, influence, steadyState }: ForkReceipt,
  unit: TimeUnit,
): string {
  const weighs =
    weight === 0
      ? 'set aside'
      : `weighs ${signedPercent(weight)}, without it the total ${signedChange(influence)}`;
  return `process ${index}, replicate ${replicate}: ${inUnit(cleanNs, unit)} ${unit.name}; ${steadyState.verdict}; ${weighs}`;
}

/** A growth as a percentage with its sign and two digits: what one process does to the total is small. */
export function signedChange(share: number): string {
  const text = (100 * share).toFixed(2);
  if (Number(text) === 0) return '0.00%';
  return share > 0 ? `+${text}%` : `${text.replace('-', '−')}%`;
}
