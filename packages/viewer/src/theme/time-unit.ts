/** The unit for all times of a report, chosen as in the terminal. */
export interface TimeUnit {
  readonly name: 'ns' | 'µs' | 'ms';
  readonly ns: number;
  readonly digits: number;
}

/** The unit for a duration of `ns` nanoseconds. */
export function timeUnit(ns: number): TimeUnit {
  if (ns >= 1e6) return { name: 'ms', ns: 1e6, digits: 3 };
  if (ns >= 1e4) return { name: 'µs', ns: 1e3, digits: 2 };
  if (ns >= 1e3) return { name: 'µs', ns: 1e3, digits: 3 };
  return { name: 'ns', ns: 1, digits: 1 };
}

/** A duration without the name of the unit, with a minus sign (U+2212). Values that are not finite become "?". */
export function inUnit(ns: number, unit: TimeUnit): string {
  return Number.isFinite(ns) ? signed((ns / unit.ns).toFixed(unit.digits)) : '?';
}

/** A share as a percentage with one decimal; may be negative. */
export function signedPercent(share: number): string {
  return Number.isFinite(share) ? `${signed((100 * share).toFixed(1))}%` : '?';
}

/** Executions per operation: integers as such, others with two decimals, and below 0.01 with two significant digits. */
export function perOperation(calls: number): string {
  if (Math.abs(calls - Math.round(calls)) < 5e-4) return String(Math.round(calls));
  return calls >= 0.01 ? calls.toFixed(2) : calls.toPrecision(2);
}

function signed(text: string): string {
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}
