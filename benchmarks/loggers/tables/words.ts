import type { Ratio } from './ratio.js';

/** The cell of a number that the logger does not report. */
const unreported = '·';

export function countCell(count: number): string {
  return Number.isNaN(count) ? unreported : count.toLocaleString('en', { maximumFractionDigits: 1 });
}

/** Three significant digits, or all digits of a larger whole number. */
export function threeDigits(value: number): string {
  if (!Number.isFinite(value)) return '?';
  if (Math.abs(value) >= 999.5) return Math.round(value).toLocaleString('en');
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 3));
}

/** A time in ns, shown in µs. */
export function usCell(ns: number): string {
  return threeDigits(ns / 1e3);
}

export function ratioCell({ ratio }: Ratio): string {
  return threeDigits(ratio);
}

/** Empty for the base, whose ratio is 1 by definition. */
export function intervalCell({ ratio, low, high }: Ratio): string {
  if (ratio === 1 && low === high) return '';
  return Number.isFinite(high) ? `${threeDigits(low)}–${threeDigits(high)}` : '?';
}
