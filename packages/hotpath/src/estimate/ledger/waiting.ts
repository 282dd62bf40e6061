import type { Estimate } from '../../model/report/estimate.js';
import type { Column, Columns } from '../../stats/columns.js';
import { meanInterval } from '../../stats/student-t.js';
import { mean } from '../../stats/summary.js';
import type { PathNumbers } from '../forks/path-numbers.js';
import type { Replicate } from '../forks/replicates.js';
import { meanOfKnown } from './mean-of-known.js';
import type { PathEstimate } from './path-estimate.js';

type Waiting = Pick<Columns<PathNumbers>, 'clean' | 'occupied'>;

/** The path's time off the processor in each replicate, ns per operation; NaN where the system does not report it. */
export function offProcessor({ clean, occupied }: Waiting): Column {
  return occupied.map((share, replicate) => (1 - share) * (clean[replicate] as number));
}

/** The path's time off the processor. */
export function waitingTime(numbers: Waiting): Estimate {
  return meanInterval(offProcessor(numbers));
}

/**
 * What a row waits; null where it was not measured. Only some replicates measure it, and if all of those were set aside, they count
 * nevertheless: a wait depends little on how calm they were. Their forks hold more variants than others, and so more threads, and
 * are slower, so the row's share in them counts, of the clean time of all.
 */
export function waitOfNode(node: number, { used, complete, numbers }: PathEstimate): Estimate | null {
  const clean = mean(numbers.clean);
  const share = meanOfKnown(waitShares(node, used)) ?? meanOfKnown(waitShares(node, complete));
  return share && { mean: share.mean * clean, low: share.low * clean, high: share.high * clean };
}

function waitShares(node: number, replicates: readonly Replicate[]): number[] {
  return replicates.flatMap(({ waits, numbers }) => {
    const waited = waits.get(node);
    return waited === undefined ? [] : [waited / numbers.clean];
  });
}
