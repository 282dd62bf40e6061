import { estimateLedger } from '../estimate/ledger/estimate-ledger.js';
import type { Measurement } from '../model/measurement/measurement.js';
import type { Plan } from '../model/measurement/plan.js';
import { replicatesFor } from '../plan/replicates-for.js';
import { samplingMs } from '../plan/sampling-time.js';

/** When a measurement and its first fork began, by `now`; ms. */
export interface Clock {
  readonly beganMs: number;
  readonly forksFromMs: number;
  readonly now: () => number;
}

/**
 * The plan of a measurement; a longer one where all its forks have run, its target asks for more and the budget allows it.
 * The first forks of a longer plan are those that were measured.
 */
export function extendToTarget(
  measurement: Measurement,
  planFor: (replicates: number) => Plan,
  { beganMs, forksFromMs, now }: Clock,
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
