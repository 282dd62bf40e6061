import type { Measurement, SampledFork } from '../../model/measurement/measurement.js';
import type { Plan } from '../../model/measurement/plan.js';
import type { Row } from '../../model/path/row.js';
import type { SampledRoute } from '../../model/report/ledger.js';
import { sampledNs } from './path-stacks.js';
import { pathFrames, rowFinder } from './rows-of-stack.js';

/** What samples tell of all rows. */
export interface SampledRows {
  /** Null where there are no samples. */
  route(row: Row): SampledRoute | null;
  /** Why there are none; null where there are. */
  readonly refused: string | null;
}

/** How far a row's share without inlining may be from its share with it, as part of the share; one standard deviation. */
const inliningDoubt = 0.15;

/**
 * Each row's share of the samples that fell into the path, scaled by `clean`, the undisturbed time of the path as it
 * is, ns. A sample belongs to the innermost row of its stack and to all rows around it. `whole` has the price of
 * garbage in it, ns, as the time that was sampled has.
 */
export function estimateSampled(
  { plan, sampled }: Measurement,
  { clean, whole }: { clean: number; whole: number },
): SampledRows {
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
      const share = (counts.get(node) ?? 0) / all;
      // Agresti and Coull's centre keeps the error of a row that no sample hit above nothing.
      const centre = (share * all + 2) / (all + 4);
      const error = Math.hypot(Math.sqrt((centre * (1 - centre)) / all), inliningDoubt * share);
      const scaled = (ns: number) => ({
        mean: share * ns,
        low: (share - 1.96 * error) * ns,
        high: (share + 1.96 * error) * ns,
      });
      return {
        raw: scaled(slow),
        overhead: 0,
        corrected: scaled(clean),
        samples: counts.get(node) ?? 0,
        slowDown: slow / whole,
      };
    },
  };
}

/** Samples by call-tree node, those of child nodes included; node 0 has all that fell into the path. */
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
