import type { ProfileUnit } from '../model/profile.js';
import { inUnit, timeUnit } from './units.js';

/** A weight of a profile as people read it. */
export function weightText(weight: number, unit: ProfileUnit): string {
  if (unit === 'nanoseconds') return timeText(weight);
  const whole = Math.round(weight).toLocaleString('en');
  return unit === 'bytes' ? `${whole} B` : `${whole} ${Math.round(weight) === 1 ? 'sample' : 'samples'}`;
}

function timeText(ns: number): string {
  if (ns >= 1e9) return `${(ns / 1e9).toFixed(3)} s`;
  const unit = timeUnit(ns);
  return `${inUnit(ns, unit)} ${unit.name}`;
}
