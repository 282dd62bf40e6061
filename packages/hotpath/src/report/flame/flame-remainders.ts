import type { Profile } from '../../model/profiles/profile.js';
import type { Pruned } from '../../profiles/tree/prune.js';

/** For every kept node, the number and weight of the omitted calls below it whose nearest kept caller it is. */
export interface Remainders {
  readonly calls: Int32Array;
  readonly weight: Float64Array;
}

export function remaindersOf({ parents }: Pick<Profile, 'parents'>, { kept, totals }: Pruned): Remainders {
  const calls = new Int32Array(kept.length);
  const weight = new Float64Array(kept.length);
  /** For every node, the nearest kept node on the way to the root. */
  const keeper = new Int32Array(kept.length);
  for (let node = 1; node < kept.length; node++) {
    const parent = parents[node] as number;
    keeper[node] = kept[node] ? node : (keeper[parent] as number);
    if (kept[node]) continue;
    const holder = keeper[node] as number;
    calls[holder] = (calls[holder] as number) + 1;
    if (kept[parent]) weight[holder] = (weight[holder] as number) + (totals[node] as number);
  }
  return { calls, weight };
}
