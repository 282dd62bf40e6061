import type { Batch, ForkMeasurement, VariantMeasurement } from '../model/measurement.js';
import { mean } from '../stats/summary.js';
import { type CleanRule, cleanBatches } from './clean-batches.js';
import { collectionCost } from './collection-cost.js';

/** One fork's numbers, ns an operation unless said otherwise. */
export interface ForkEstimate {
  readonly replicate: number;
  /** Share of all batches in which the processor was calm. */
  readonly calmShare: number;
  /** Undisturbed time of the unprobed path, base and twin together. */
  readonly clean: number;
  /** (twin - base) / mean of both. */
  readonly twinGap: number;
  /** The operation's part of all pauses for collection. */
  readonly collection: number;
  /** Bytes allocated an operation; NaN when every batch was struck by a collection. */
  readonly allocated: number;
  /** What unprobed batches took beyond `clean` and `collection`, on average. */
  readonly interference: number;
  /** Interval of an empty pair of clock reads, ns a pair. */
  readonly interval: number;
  /** What an empty pair adds to the whole. */
  readonly perturbation: number;
  /** By call-tree node. */
  readonly spans: ReadonlyMap<number, SpanEstimate>;
}

export interface SpanEstimate {
  /** Sum of the clock's intervals an operation, raw. */
  readonly raw: number;
  /** Executions an operation, in all batches. */
  readonly calls: number;
  /** Executions an operation in the batches that `raw` comes from. */
  readonly timedCalls: number;
  /** Whole with the probe / clean whole without. */
  readonly dilation: number;
}

/** Estimates everything that one fork can tell. `nodesOf` gives the call-tree nodes that a variant times. */
export function estimateFork(
  fork: ForkMeasurement,
  rule: CleanRule,
  nodesOf: (variant: string) => readonly number[],
): ForkEstimate {
  const operations = fork.batchOperations;
  const select = (variant: VariantMeasurement): readonly Batch[] => cleanBatches(variant.batches, rule);
  const whole = (variant: VariantMeasurement): number =>
    mean(select(variant).map((batch) => batch.wholeNs - batch.collectionNs)) / operations;
  const base = find(fork, 'base');
  const twin = find(fork, 'twin');
  const timer = find(fork, 'timer');
  const clean = (whole(base) + whole(twin)) / 2;
  const unprobed = [...base.batches, ...twin.batches];
  const struck = mean(unprobed.map((batch) => batch.collectionNs)) / operations;
  const { allocated, collection } = collectionCost(fork, unprobed);
  const empty = sumOf(select(timer), 0);

  const spans = new Map<number, SpanEstimate>();
  for (const variant of fork.variants) {
    const dilation = whole(variant) / clean;
    for (const node of nodesOf(variant.id)) {
      const kept = select(variant);
      const timed = sumOf(kept, node);
      const all = sumOf(variant.batches, node);
      spans.set(node, {
        raw: timed.sumNs / (kept.length * operations),
        calls: all.count / (variant.batches.length * operations),
        timedCalls: timed.count / (kept.length * operations),
        dilation,
      });
    }
  }
  return {
    replicate: fork.replicate,
    calmShare: mean(
      fork.variants.flatMap(({ batches }) =>
        batches.map(({ yardstickNs }) => (yardstickNs <= rule.calmNs ? 1 : 0)),
      ),
    ),
    clean,
    twinGap: (whole(twin) - whole(base)) / clean,
    collection,
    allocated,
    interference: mean(unprobed.map((batch) => batch.wholeNs)) / operations - struck - clean,
    interval: empty.sumNs / empty.count,
    perturbation: whole(timer) - clean,
    spans,
  };
}

function find(fork: ForkMeasurement, id: string): VariantMeasurement {
  const variant = fork.variants.find((candidate) => candidate.id === id);
  if (!variant) throw new Error(`fork ${fork.index} has no variant ${id}`);
  return variant;
}

function sumOf(batches: readonly Batch[], node: number): { sumNs: number; count: number } {
  let sumNs = 0;
  let count = 0;
  for (const batch of batches) {
    for (const span of batch.spans) {
      if (span.node !== node) continue;
      sumNs += span.sumNs;
      count += span.count;
    }
  }
  return { sumNs, count };
}
