import type { Batch, ForkMeasurement } from '../../model/measurement/measurement.js';
import type { Level, SteadyState } from '../../model/report/fork-receipt.js';
import { changePoints } from '../../stats/change-points.js';
import { mean, quantile } from '../../stats/summary.js';
import { isClean } from '../batches/clean-batches.js';
import type { CleanRule } from '../batches/clean-rule.js';
import { unprobedOf } from '../batches/standing-variants.js';

/** Fewest clean batches that show a course. */
const fewest = 24;

/** Levels that differ by a smaller share are the same. */
const same = 0.02;

/** The last level must hold for this share of the batches to be steady. */
const settled = 0.25;

interface Point {
  readonly ms: number;
  readonly ns: number;
}

/** How the time of the unprobed path went in one fork, over its clean batches. */
export function steadyState(fork: ForkMeasurement, rule: CleanRule): SteadyState {
  const points = courseOf(fork, rule);
  if (points.length < fewest) return { verdict: 'unknown', levels: [] };
  const starts = [0, ...changePoints(points.map(({ ns }) => ns))];
  const stretches = starts.map((start, index) => points.slice(start, starts[index + 1]));
  const levels = stretches.map(
    (own): Level => ({
      fromMs: (own[0] as Point).ms - fork.measuredFromMs,
      ns: quantile(
        own.map(({ ns }) => ns),
        0.5,
      ),
    }),
  );
  const shares = stretches.map((own) => own.length / points.length);
  return { verdict: verdictOn(levels, shares), levels };
}

function verdictOn(levels: readonly Level[], shares: readonly number[]): SteadyState['verdict'] {
  const last = (levels.at(-1) as Level).ns;
  const differs = levels.map(({ ns }) => ns / last - 1).map((gap) => (Math.abs(gap) <= same ? 0 : gap));
  const lastOther = differs.findLastIndex((gap) => gap !== 0);
  if (lastOther === -1) return 'flat';
  const held = shares.slice(lastOther + 1).reduce((sum, share) => sum + share, 0);
  if (held < settled) return 'none';
  return differs.some((gap) => gap < 0) ? 'slowing' : 'warm';
}

/** Clean batches of base and twin in order of time, with the median of the two brought to one level first. */
function courseOf({ variants, batchOperations }: ForkMeasurement, rule: CleanRule): Point[] {
  const own = unprobedOf(variants).map(({ batches }) => batches.filter((batch) => isClean(batch, rule)));
  const ns = ({ wholeNs }: Batch): number => wholeNs / batchOperations;
  const medians = own.map((batches) => quantile(batches.map(ns), 0.5));
  const level = mean(medians);
  return own
    .flatMap((batches, index) =>
      batches.map((batch) => ({
        ms: batch.startMs,
        ns: (ns(batch) * level) / (medians[index] as number),
      })),
    )
    .sort((a, b) => a.ms - b.ms);
}
