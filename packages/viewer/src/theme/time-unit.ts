/** A unit of time for a whole report; the same that hotpath prints in. */
export interface TimeUnit {
  readonly name: 'ns' | 'µs' | 'ms';
  readonly ns: number;
  readonly digits: number;
}

/** The unit in which a duration of this many ns reads well. */
export function timeUnit(ns: number): TimeUnit {
  if (ns >= 1e6) return { name: 'ms', ns: 1e6, digits: 3 };
  if (ns >= 1e4) return { name: 'µs', ns: 1e3, digits: 2 };
  if (ns >= 1e3) return { name: 'µs', ns: 1e3, digits: 3 };
  return { name: 'ns', ns: 1, digits: 1 };
}

/** A duration in a unit, without the unit's name, with a true minus. Values that are not finite read "?". */
export function inUnit(ns: number, unit: TimeUnit): string {
  return Number.isFinite(ns) ? signed((ns / unit.ns).toFixed(unit.digits)) : '?';
}

/** A share as a percentage with one digit, whatever its sign. */
export function signedPercent(share: number): string {
  return Number.isFinite(share) ? `${signed((100 * share).toFixed(1))}%` : '?';
}

/** A count of executions an operation: whole numbers plain, others with two digits or, when rare, two that count. */
export function perOperation(calls: number): string {
  if (Math.abs(calls - Math.round(calls)) < 5e-4) return String(Math.round(calls));
  return calls >= 0.01 ? calls.toFixed(2) : calls.toPrecision(2);
}

function signed(text: string): string {
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}
