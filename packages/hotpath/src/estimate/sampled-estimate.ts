import type { SampledRoute } from '../model/ledger.js';
import type { Measurement, SampledFork } from '../model/measurement.js';
import type { Plan } from '../model/plan.js';
import type { Row } from '../model/row.js';
import { driverName, type Frame } from '../model/stack-sample.js';

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
 * Each row's share of the samples that fell into the path, scaled by `clean`, the undisturbed whole of the path as it
 * is. A sample belongs to the innermost row of its stack and to all rows around it.
 */
export function estimateSampled({ plan, sampled }: Measurement, clean: number): SampledRows {
  const taken = sampled.filter((fork) => fork.refused === null && fork.operations > 0);
  const counts = countByNode(plan, taken);
  const all = counts.get(0) ?? 0;
  if (all === 0) {
    const refused = sampled.find((fork) => fork.refused !== null)?.refused ?? 'no sample was taken';
    return { refused, route: () => null };
  }
  const slow = sum(taken.map((fork) => fork.wholeNs)) / sum(taken.map((fork) => fork.operations));
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
        slowDown: slow / clean,
      };
    },
  };
}

/** Samples by call-tree node, those of child nodes included; node 0 has all that fell into the path. */
function countByNode(plan: Plan, forks: readonly SampledFork[]): Map<number, number> {
  const nodeOf = nodeFinder(plan);
  const loaded = new Set(plan.path.loaded);
  const counts = new Map<number, number>();
  for (const { frames, count } of forks.flatMap((fork) => fork.stacks)) {
    const inPath = frames.some(({ name, file }) => name === driverName || (plan.async && loaded.has(file)));
    if (!inPath) continue;
    for (const node of nodeOf(frames)) counts.set(node, (counts.get(node) ?? 0) + count);
  }
  return counts;
}

/** Gives a stack's way down the call tree, from node 0 on. */
function nodeFinder({ places, rows }: Plan): (frames: readonly Frame[]) => number[] {
  const nodeOfRow = new Map(rows.map((row) => [row.id, row.node]));
  const below = new Map(
    rows.map((row) => [`${row.parent === null ? 0 : nodeOfRow.get(row.parent)}/${row.place}`, row.node]),
  );
  const around = ({ file, line }: Frame): number[] =>
    [...places.keys()]
      .filter((index) => {
        const place = places[index];
        return place?.file === file && place.line <= line && line <= place.endLine;
      })
      .sort((a, b) => length(b) - length(a));
  const length = (index: number): number => {
    const place = places[index];
    return place ? place.endLine - place.line : 0;
  };
  return (frames) => {
    const way = [0];
    for (const frame of frames.toReversed()) {
      for (const place of around(frame)) {
        const next = below.get(`${way.at(-1)}/${place}`);
        if (next !== undefined) way.push(next);
      }
    }
    return way;
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
