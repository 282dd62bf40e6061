import type { ProfileUnit } from '../../../hotpath/src/model/profiles/profile.js';

/** A weight with its unit, formatted as in the terminal. */
export function weightText(weight: number, unit: ProfileUnit): string {
  if (unit === 'nanoseconds') return timeText(weight);
  const whole = countText(Math.round(weight));
  return unit === 'bytes' ? `${whole} B` : `${whole} ${Math.round(weight) === 1 ? 'sample' : 'samples'}`;
}

/** A short form for narrow columns: samples without the word, bytes with three significant digits. */
export function shortWeightText(weight: number, unit: ProfileUnit): string {
  if (unit === 'nanoseconds') return timeText(weight);
  if (unit === 'samples') return countText(Math.round(weight));
  const [name, size] = byteUnits.find(([, bytes]) => weight >= bytes) ?? ['B', 1];
  return `${size === 1 ? Math.round(weight) : (weight / size).toPrecision(3)} ${name}`;
}

const byteUnits = [
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
] as const;

function timeText(ns: number): string {
  if (ns >= 1e9) return `${(ns / 1e9).toFixed(3)} s`;
  if (ns >= 1e6) return `${(ns / 1e6).toFixed(3)} ms`;
  if (ns >= 1e4) return `${(ns / 1e3).toFixed(2)} µs`;
  if (ns >= 1e3) return `${(ns / 1e3).toFixed(3)} µs`;
  return `${ns.toFixed(1)} ns`;
}

/** A share as a percentage with one decimal; shares below 0.1% keep one significant digit. */
export function percentText(share: number): string {
  const percent = 100 * share;
  if (percent > 0 && percent < 0.01) return '<0.01%';
  return `${percent.toFixed(percent > 0 && percent < 0.1 ? 2 : 1)}%`;
}

export function countText(count: number): string {
  return count.toLocaleString('en');
}

/** "1 call", "2,505 calls". */
export function countOf(count: number, thing: string): string {
  return `${countText(count)} ${thing}${count === 1 ? '' : 's'}`;
}
