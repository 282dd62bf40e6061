import type { Measurement, SampledFork } from '../../model/measurement/measurement.js';
import type { Plan } from '../../model/measurement/plan.js';
import type { Row } from '../../model/path/row.js';
import type { Estimate } from '../../model/report/estimate.js';
import type { SampledRoute } from '../../model/report/ledger.js';
import type { Column } from '../../stats/columns.js';
import type { Measured } from '../../stats/measured.js';
import { sampledNs } from './path-stacks.js';
import { isAmbiguous, pathFrames, rowFinder } from './rows-of-stack.js';

/** The sampled route of all rows. */
export interface SampledRows {
  /** Null where there are no samples. */
  route(row: Row): Omit<SampledRoute, 'weight'> | null;
  /**
   * A row's share of `clean`; null where the samples do not count, because without inlining the path is another one, or because
   * continuations do not show in which of several rows they are.
   */
  evidence(row: Row, clean: Column): Measured | null;
  /** Why there are no samples; null where there are some. */
  readonly refused: string | null;
}

/** The unprobed path, ns per operation. */
interface Unprobed {
  readonly clean: number;
  /** Garbage collection included, as in the time that was sampled. */
  readonly whole: number;
}

/**
 * How far a row's share without inlining may be from its share with it: relative to the share, and as a share of the path. One
 * standard deviation, learnt from generated paths (docs/adr/0037).
 */
const inliningDoubt = { ofRow: 0.1, ofPath: 0.005 };

/** Samples are evidence up to this slow-down without inlining. */
const mostSlowDown = 1.3;

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
    return { refused, route: () => null, evidence: () => null };
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
    evidence(row, clean) {
      if (slow > mostSlowDown * unprobed.whole || isAmbiguous(row, plan)) return null;
      const { share, error } = estimateShare(counts.get(row.node) ?? 0, all);
      return { values: clean.map((ns) => share * ns), systematic: error * unprobed.clean };
    },
  };
}

/** A row's part of a time, by its samples. */
function shareOf(ns: number, count: number, all: number): Estimate {
  const { share, error } = estimateShare(count, all);
  return { mean: share * ns, low: (share - 1.96 * error) * ns, high: (share + 1.96 * error) * ns };
}

/** A share of samples and its standard error. */
function estimateShare(count: number, all: number): { share: number; error: number } {
  const share = count / all;
  // With Agresti and Coull's centre, the error of a row that no sample hit is not zero.
  const centre = (count + 2) / (all + 4);
  const sampling = Math.sqrt((centre * (1 - centre)) / all);
  return { share, error: Math.hypot(sampling, inliningDoubt.ofRow * share, inliningDoubt.ofPath) };
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
