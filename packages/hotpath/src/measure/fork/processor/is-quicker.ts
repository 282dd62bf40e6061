import type { Milestone } from '../../../model/measurement/pilot.js';
import { preemptedShare } from '../../../model/measurement/preemption.js';
import { quantile } from '../../../stats/summary.js';

/** What is quicker by less may be so by chance, and take turns from pilot to pilot. */
const clearly = 0.8;

/** Whether a path was clearly quicker in one course than in another; what shared its processor with other threads is left out. */
export function isQuicker(one: readonly Milestone[], other: readonly Milestone[]): boolean {
  return typicalNs(one) < clearly * typicalNs(other);
}

/** NaN where the thread never had its processor to itself. */
function typicalNs(course: readonly Milestone[]): number {
  const own = course.filter(({ lostShare }) => lostShare <= preemptedShare).map(({ ns }) => ns);
  return own.length === 0 ? Number.NaN : quantile(own, 0.5);
}
