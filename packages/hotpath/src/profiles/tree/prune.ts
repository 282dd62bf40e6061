import type { Profile } from '../../model/profiles/profile.js';
import { totalsOf } from './walk.js';

/** The calls of a profile that are kept. Callers of kept calls are kept. */
export interface Pruned {
  readonly totals: Float64Array;
  /** 1 for nodes that are kept, including the root. */
  readonly kept: Uint8Array;
  /** Number of calls that are not kept. */
  readonly leftOut: number;
}

/**
 * Keeps the heaviest calls: at most `most` (from 1), and none of zero weight or with a share of the total below
 * `narrowest`. A call weighs at least as much as its callees and has a smaller number. Selecting by weight and then by
 * number therefore never keeps a call without its caller.
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

/** The weight of the lightest kept call. */
function lightest(totals: Float64Array, most: number, least: number): number {
  const calls = totals.slice(1);
  if (calls.length <= most) return least;
  return Math.max(least, calls.sort()[calls.length - most] as number);
}
