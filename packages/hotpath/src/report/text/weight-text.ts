import type { Profile, ProfileUnit } from '../../model/profiles/profile.js';
import { totalsOf } from '../../profiles/tree/walk.js';
import { inUnit, timeUnit } from './units.js';

/** A weight of a profile, with its unit. */
export function weightText(weight: number, unit: ProfileUnit): string {
  if (unit === 'nanoseconds') return timeText(weight);
  const whole = Math.round(weight).toLocaleString('en');
  return unit === 'bytes' ? `${whole} B` : `${whole} ${Math.round(weight) === 1 ? 'sample' : 'samples'}`;
}

/** A change of a weight, with its sign. */
export function signedWeight(change: number, unit: ProfileUnit): string {
  const text = weightText(Math.abs(change), unit);
  return change === 0 ? text : `${change > 0 ? '+' : '-'}${text}`;
}

/** A line that says what a profile holds. */
export function profileText(profile: Profile): string {
  const [samples, functions, calls] = [
    profile.samples,
    profile.functions.length,
    profile.parents.length - 1,
  ].map((count) => count.toLocaleString('en'));
  const total = weightText(totalsOf(profile)[0] as number, profile.unit);
  return `${total} in ${samples} samples of ${functions} functions, ${calls} calls`;
}

function timeText(ns: number): string {
  if (ns >= 1e9) return `${(ns / 1e9).toFixed(3)} s`;
  const unit = timeUnit(ns);
  return `${inUnit(ns, unit)} ${unit.name}`;
}
