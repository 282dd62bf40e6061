import type { Profile } from '../../model/profiles/profile.js';
import { totalsOf } from './walk.js';

/** Which calls of a profile are kept. Who called a kept call is kept. */
export interface Pruned {
  readonly totals: Float64Array;
  /** 1 for nodes that stay, the root among them. */
  readonly kept: Uint8Array;
  /** How many calls do not. */
  readonly leftOut: number;
}

/**
 * Keeps the heaviest calls: `most` (from 1) at most, and none that is lighter than a share of the whole or weighs
 * nothing. A call weighs at least as much as any that it made and stands before it, so taking them by weight and then by
 * number never keeps one without its caller.
 */
export function prune(profile: Pick<Profile, 'parents' | 'self'>, most: number, narrowest: number): Pruned {
  const totals = totalsOf(profile);
  const kept = new Uint8Array(totals.length);
  kept[0] = 1;
  const least = lightest(totals, most, narrowest * (totals[0] as number));
  let room = most;
  const keep = (isWanted: (total: number) => boolean): void => {
    for (let node = 1; node < totals.length && room > 0; node++) {
      if (!isWanted(totals[node] as number)) continue;
      kept[node] = 1;
      room--;
    }
  };
  keep((total) => total > least);
  keep((total) => total === least && total > 0);
  return { totals, kept, leftOut: totals.length - 1 - (most - room) };
}

/** The weight of the lightest call that is kept. */
function lightest(totals: Float64Array, most: number, least: number): number {
  const calls = totals.slice(1);
  if (calls.length <= most) return least;
  return Math.max(least, calls.sort()[calls.length - most] as number);
}
