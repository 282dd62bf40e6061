import { estimateLedger } from '../../estimate/ledger/estimate-ledger.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import type { Plan } from '../../model/measurement/plan.js';
import { replicatesFor } from '../../plan/effort/replicates-for.js';
import { samplingMs } from '../../plan/effort/sampling-time.js';
import type { PlanFor } from './prepare-path.js';

/** When a measurement and its first fork began, by the session's clock, ms. */
export interface Starts {
  readonly beganMs: number;
  readonly forksFromMs: number;
}

/**
 * The plan of a measurement: the same one, or a longer one if all its forks have run, its target is missed and the budget
 * allows more. The first forks of a longer plan are those that were measured.
 */
export function extendToTarget(
  measurement: Measurement,
  planFor: PlanFor,
  { beganMs, forksFromMs }: Starts,
  now: () => number,
): Plan {
  const { plan, forks, sampled } = measurement;
  const { target, replicates } = plan.policy;
  if (target === null || forks.length < plan.forks.length || sampled.length > 0) return plan;
  const { total, processor } = estimateLedger(measurement);
  const leftMs = target.budgetMs - (now() - beganMs) - samplingMs(plan);
  const wanted = replicatesFor(target.share, {
    replicates: Math.max(2, processor.replicatesUsed),
    share: (total.high - total.low) / 2 / total.mean,
    affordable: Math.max(0, Math.floor((leftMs * replicates) / (now() - forksFromMs))),
  });
  const more = wanted - processor.replicatesUsed;
  return more > 0 ? planFor(replicates + more) : plan;
}
