import { studentT95 } from '../../stats/student-t.js';

/** The state after some replicates. */
export interface SoFar {
  readonly replicates: number;
  /** Half of the interval, as a share of the total. */
  readonly share: number;
  /** How many more replicates the budget allows. */
  readonly affordable: number;
}

/**
 * The number of replicates that the target needs, estimated from the existing ones: the smallest at which the standard error
 * times Student's factor falls to the target (the second stage of Stein, A two-sample test for a linear hypothesis whose
 * power is independent of the variance, 1945). Never more than the budget allows, never fewer than there are.
 */
export function replicatesFor(share: number, so: SoFar): number {
  const most = so.replicates + so.affordable;
  const deviation = (so.share * Math.sqrt(so.replicates)) / studentT95(so.replicates - 1);
  let wanted = so.replicates;
  while (wanted < most && (studentT95(wanted - 1) * deviation) / Math.sqrt(wanted) > share) wanted++;
  return wanted;
}
