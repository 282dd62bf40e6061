import type { ForkReceipt, SteadyState } from '../../../../hotpath/src/model/report/fork-receipt.js';
import { inUnit, signedPercent, type TimeUnit } from '../../theme/time-unit.js';

/** The meaning of each verdict. */
export const verdictTexts: Readonly<Record<SteadyState['verdict'], string>> = {
  flat: 'flat: one level',
  warm: 'warm: became faster, then settled',
  slowing: 'slowing: became slower, then settled',
  none: 'none: still changing at the end',
  unknown: 'unknown: too few calm batches',
};

/** A fork in one line. */
export function forkLine(
  { index, replicate, cleanNs, weight, influence, steadyState }: ForkReceipt,
  unit: TimeUnit,
): string {
  const weighs =
    weight === 0
      ? 'set aside'
      : `weight ${signedPercent(weight)}; without it the total changes by ${signedChange(influence)}`;
  return `fork ${index}, replicate ${replicate}: ${inUnit(cleanNs, unit)} ${unit.name}; ${steadyState.verdict}; ${weighs}`;
}

/** A relative change as a percentage with sign and two decimals: a single fork changes the total by little. */
export function signedChange(share: number): string {
  const text = (100 * share).toFixed(2);
  if (Number(text) === 0) return '0.00%';
  return share > 0 ? `+${text}%` : `${text.replace('-', '−')}%`;
}
