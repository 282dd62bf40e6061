import type { Measurement, SampledFork } from '../../model/measurement/measurement.js';
import type { Plan } from '../../model/measurement/plan.js';
import type { Row } from '../../model/path/row.js';
import type { Estimate } from '../../model/report/estimate.js';
import type { SampledRoute } from '../../model/report/ledger.js';
import { sampledNs } from './path-stacks.js';
import { pathFrames, rowFinder } from './rows-of-stack.js';

/** The sampled route of all rows. */
export interface SampledRows {
  /** Null where there are no samples. */
  route(row: Row): SampledRoute | null;
  /** Why there are no samples; null where there are some. */
  readonly refused: string | null;
}

/** The unprobed path, ns per operation. */
interface Unprobed {
  readonly clean: number;
  /** Garbage collection included, as in the time that was sampled. */
  readonly whole: number;
}

/** How far a row's share without inlining may be from its share with it, relative to the share; one standard deviation. */
const inliningDoubt = 0.15;

/**
 * Each row's share of the samples inside the path, times the path's clean time. A sample belongs to the innermost row of its stack
 * and to all rows around that.
 */
export function estimateSampled({ plan, sampled }: Measurement, unprobed: Unprobed): SampledRows {
  const taken = sampled.filter((fork) => fork.refused === null && fork.operations > 0);
  const counts = countByNode(plan, taken);
  const all = counts.get(0) ?? 0;
  if (all === 0) {
    const refused = sampled.find((fork) => fork.refused !== null)?.refused ?? 'no sample was taken';
    return { refused, route: () => null };
  }
  const slow = sampledNs(taken);
  return {
    refused: null,
    route({ node }) {
      const count = counts.get(node) ?? 0;
      return {
        raw: shareOf(slow, count, all),
        overhead: 0,
        corrected: shareOf(unprobed.clean, count, all),
        samples: count,
        slowDown: slow / unprobed.whole,
      };
    },
  };
}

/** A row's part of a time, by its samples. */
function shareOf(ns: number, count: number, all: number): Estimate {
  const share = count / all;
  // With Agresti and Coull's centre, the error of a row that no sample hit is not zero.
  const centre = (share * all + 2) / (all + 4);
  const error = Math.hypot(Math.sqrt((centre * (1 - centre)) / all), inliningDoubt * share);
  return { mean: share * ns, low: (share - 1.96 * error) * ns, high: (share + 1.96 * error) * ns };
}

/** Samples by call-tree node, child nodes included. Node 0 has all samples inside the path. */
function countByNode(plan: Plan, forks: readonly SampledFork[]): Map<number, number> {
  const inPath = pathFrames(plan);
  const rowsOf = rowFinder(plan);
  const counts = new Map<number, number>();
  for (const { frames, count } of forks.flatMap((fork) => fork.stacks)) {
    const own = inPath(frames);
    if (!own) continue;
    for (const node of [0, ...rowsOf(own).map(({ row }) => row.node)])
      counts.set(node, (counts.get(node) ?? 0) + count);
  }
  return counts;
}
