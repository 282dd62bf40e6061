import type { Milestone } from '../../../model/measurement/pilot.js';
import { preemptedShare } from '../../../model/measurement/preemption.js';
import { quantile } from '../../../stats/summary.js';

/** A smaller difference may be chance, and change from pilot to pilot. */
const clearly = 0.8;

/** Whether a path was clearly faster in one course than in another, without the milestones with pre-emption. */
export function isQuicker(one: readonly Milestone[], other: readonly Milestone[]): boolean {
  return typicalNs(one) < clearly * typicalNs(other);
}

/** NaN where every milestone has pre-emption. */
function typicalNs(course: readonly Milestone[]): number {
  const own = course.filter(({ lostShare }) => lostShare <= preemptedShare).map(({ ns }) => ns);
  return own.length === 0 ? Number.NaN : quantile(own, 0.5);
}
