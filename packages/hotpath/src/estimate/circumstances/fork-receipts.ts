import type { ForkMeasurement, Measurement } from '../../model/measurement/measurement.js';
import type { ForkReceipt } from '../../model/report/fork-receipt.js';
import { mean } from '../../stats/summary.js';
import { cleanRule, type Replicate } from '../forks/replicates.js';
import { steadyState } from './steady-state.js';

/** How each fork went, and what it weighs; `used` are the replicates that the ledger is made from. */
export function forkReceipts(measurement: Measurement, used: readonly Replicate[]): ForkReceipt[] {
  const rule = cleanRule(measurement);
  const estimates = new Map(used.flatMap(({ forks }) => forks.map((fork) => [fork.index, fork] as const)));
  const clean = mean([...estimates.values()].map((fork) => fork.clean));
  return measurement.forks.map((fork) => {
    const estimate = estimates.get(fork.index);
    const others = estimates.size - 1;
    return {
      index: fork.index,
      replicate: fork.replicate,
      cleanNs: estimate?.clean ?? Number.NaN,
      calmShare: estimate?.calmShare ?? Number.NaN,
      steadyState: steadyState(fork, rule),
      tierChanges: tierChanges(fork),
      weight: estimate ? 1 / estimates.size : 0,
      influence: estimate && others > 0 ? (clean - estimate.clean) / others / clean : 0,
    };
  });
}

function tierChanges({ compilation }: ForkMeasurement): number | null {
  if (compilation === null) return null;
  return compilation.functions.reduce((sum, { changed }) => sum + changed, 0);
}
