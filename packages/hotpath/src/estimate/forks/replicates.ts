import type { Plan } from '../../model/measurement/plan.js';
import { foldRecords } from '../../stats/columns.js';
import { mean } from '../../stats/summary.js';
import type { ForkEstimate } from './fork-estimate.js';
import { mergeNodes, type NodeEstimates } from './node-estimates.js';
import type { PathNumbers } from './path-numbers.js';

/** The forks that together hold each variant once: the unit of all statistics. */
export interface Replicate extends NodeEstimates {
  readonly forks: readonly ForkEstimate[];
  /** That of the fork with the fewest calm batches. */
  readonly calmShare: number;
  /** Mean over the forks that kept V8's log, ns per operation; NaN where none did. */
  readonly compiling: number;
  /** Means over the forks. */
  readonly numbers: PathNumbers;
}

/** The replicates of a session. */
export interface Replicates {
  /** All of which every fork was measured. */
  readonly complete: readonly Replicate[];
  /** Those that the ledger is made from. */
  readonly used: readonly Replicate[];
}

/** Replicates of which every fork was measured, in the order in which they ran. */
export function completeReplicates(forks: readonly ForkEstimate[], plan: Plan): Replicate[] {
  return [...new Set(forks.map((fork) => fork.replicate))].flatMap((replicate) => {
    const own = forks.filter((fork) => fork.replicate === replicate);
    const planned = plan.forks.filter((fork) => fork.replicate === replicate);
    return own.length === planned.length ? [combine(own)] : [];
  });
}

function combine(forks: readonly ForkEstimate[]): Replicate {
  return {
    forks,
    calmShare: Math.min(...forks.map((fork) => fork.calmShare)),
    compiling: mean(forks.map((fork) => fork.compiling).filter(Number.isFinite)),
    numbers: foldRecords(
      forks.map(({ numbers }) => numbers),
      mean,
    ),
    ...mergeNodes(forks),
  };
}
