import type { ForkMeasurement, Measurement } from '../../model/measurement/measurement.js';
import type { ForkReceipt } from '../../model/report/fork-receipt.js';
import { mean } from '../../stats/summary.js';
import type { CleanRule } from '../batches/clean-rule.js';
import type { Replicate } from '../forks/replicates.js';
import { steadyState } from './steady-state.js';

/** How each fork went, and its weight in the ledger. `used` are the replicates that the ledger is made from. */
export function forkReceipts(
  measurement: Measurement,
  used: readonly Replicate[],
  rule: CleanRule,
): ForkReceipt[] {
  const estimates = new Map(used.flatMap(({ forks }) => forks.map((fork) => [fork.index, fork] as const)));
  const clean = mean([...estimates.values()].map(({ numbers }) => numbers.clean));
  const others = estimates.size - 1;
  return measurement.forks.map((fork) => {
    const estimate = estimates.get(fork.index);
    const cleanNs = estimate?.numbers.clean ?? Number.NaN;
    return {
      index: fork.index,
      replicate: fork.replicate,
      cleanNs,
      calmShare: estimate?.calmShare ?? Number.NaN,
      steadyState: steadyState(fork, rule),
      tierChanges: tierChanges(fork),
      weight: estimate ? 1 / estimates.size : 0,
      influence: estimate && others > 0 ? (clean - cleanNs) / others / clean : 0,
    };
  });
}

function tierChanges({ compilation }: ForkMeasurement): number | null {
  if (compilation === null) return null;
  return compilation.functions.reduce((sum, { changed }) => sum + changed, 0);
}
