import { collectionFree } from '../../model/measurement/collection-free.js';
import type { Batch, VariantMeasurement } from '../../model/measurement/measurement.js';
import { slope } from '../../stats/regression.js';
import { mean } from '../../stats/summary.js';
import { cleanBatches, isCalm } from './clean-batches.js';
import type { CleanRule } from './clean-rule.js';

/** One variant's numbers in one fork; ns per operation unless noted. */
export interface VariantEstimate {
  readonly id: string;
  /** Clean time of the whole, probes included. */
  readonly whole: number;
  /** Whether all batches of `whole` were calm; if not, the least disturbed of the others stand for the variant. */
  readonly calm: boolean;
  /** Pairs of clock reads per operation, over all nodes, in the batches of `whole`. */
  readonly timedCalls: number;
  span(node: number): NodeSpan;
}

/** One call-tree node's spans in a variant. */
export interface NodeSpan {
  /** The clock's intervals, uncorrected, in the batches of `whole`. */
  readonly raw: number;
  /** Slope of the span over the whole, batch by batch: the node's share in the variant's own variation. */
  readonly slope: number;
  /** Executions per operation, in all batches. */
  readonly calls: number;
  /** Pairs of clock reads per operation, in the batches of `whole`; more than `calls` where executions are timed in stretches. */
  readonly timedCalls: number;
  /** Time suspended; NaN where executions do not overlap or had not ended. */
  readonly off: number;
}

export function estimateVariant(
  { id, batches }: VariantMeasurement,
  operations: number,
  rule: CleanRule,
): VariantEstimate {
  const kept = cleanBatches(batches, rule);
  const free = collectionFree(batches);
  const whole = (batch: Batch): number => (batch.wholeNs - batch.collectionNs) / operations;
  const perOperation = (from: readonly Batch[], number: (batch: Batch) => number): number =>
    mean(from.map(number)) / operations;
  return {
    id,
    whole: mean(kept.map(whole)),
    calm: kept.every((batch) => isCalm(batch, rule)),
    timedCalls: perOperation(kept, (batch) =>
      batch.spans.reduce((sum, span) => sum + (span.pairs ?? span.count), 0),
    ),
    span: (node) => ({
      raw: perOperation(kept, (batch) => sumAt(batch, node).sumNs),
      slope: slope(
        free.map(whole),
        free.map((batch) => sumAt(batch, node).sumNs / operations),
      ),
      calls: perOperation(batches, (batch) => sumAt(batch, node).count),
      timedCalls: perOperation(kept, (batch) => sumAt(batch, node).pairs),
      off: perOperation(kept, (batch) => sumAt(batch, node).offNs),
    }),
  };
}

/** A node's spans in one batch; `offNs` is NaN where some executions had not ended. */
interface NodeSum {
  readonly sumNs: number;
  readonly count: number;
  readonly pairs: number;
  readonly offNs: number;
}

function sumAt({ spans }: Batch, node: number): NodeSum {
  let sumNs = 0;
  let count = 0;
  let pairs = 0;
  let offNs = 0;
  for (const span of spans) {
    if (span.node !== node) continue;
    sumNs += span.sumNs;
    count += span.count;
    pairs += span.pairs ?? span.count;
    offNs += span.offNs ?? Number.NaN;
  }
  return { sumNs, count, pairs, offNs };
}
