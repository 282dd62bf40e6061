import type { Ratio } from './ratio.js';

/** A cell of what a logger does not tell. */
const untold = '·';

export function countCell(count: number): string {
  return Number.isNaN(count) ? untold : count.toLocaleString('en', { maximumFractionDigits: 1 });
}

/** Three digits that count, or all of a longer whole number. */
export function threeDigits(value: number): string {
  if (!Number.isFinite(value)) return '?';
  if (Math.abs(value) >= 999.5) return Math.round(value).toLocaleString('en');
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 3));
}

/** ns in µs. */
export function usCell(ns: number): string {
  return threeDigits(ns / 1e3);
}

export function ratioCell({ ratio }: Ratio): string {
  return threeDigits(ratio);
}

/** Nothing for the base itself, whose ratio is 1 by definition. */
export function intervalCell({ ratio, low, high }: Ratio): string {
  if (ratio === 1 && low === high) return '';
  return Number.isFinite(high) ? `${threeDigits(low)}–${threeDigits(high)}` : '?';
}
