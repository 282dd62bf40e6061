/** A unit of time for a whole report. */
export interface TimeUnit {
  readonly name: 'ns' | 'µs' | 'ms';
  readonly ns: number;
  readonly digits: number;
}

/** The unit that suits a duration of this many ns. */
export function timeUnit(ns: number): TimeUnit {
  if (ns >= 1e6) return { name: 'ms', ns: 1e6, digits: 3 };
  if (ns >= 1e4) return { name: 'µs', ns: 1e3, digits: 2 };
  if (ns >= 1e3) return { name: 'µs', ns: 1e3, digits: 3 };
  return { name: 'ns', ns: 1, digits: 1 };
}

/** A duration in a unit, without the unit's name. Values that are not finite read "?". */
export function inUnit(ns: number, unit: TimeUnit): string {
  if (!Number.isFinite(ns)) return '?';
  const text = (ns / unit.ns).toFixed(unit.digits);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

/** Executions per operation: whole numbers plain, others with two decimals or, below 0.01, two significant digits. */
export function perOperation(calls: number): string {
  if (Math.abs(calls - Math.round(calls)) < 5e-4) return String(Math.round(calls));
  return calls >= 0.01 ? calls.toFixed(2) : calls.toPrecision(2);
}

/** A count: whole numbers with thousands separators, others like `perOperation`. */
export function countText(count: number): string {
  return Number.isInteger(count) ? count.toLocaleString('en') : perOperation(count);
}
