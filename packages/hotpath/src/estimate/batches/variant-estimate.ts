import type { Batch, SpanSum, VariantMeasurement } from '../../model/measurement/measurement.js';
import { slope } from '../../stats/regression.js';
import { mean } from '../../stats/summary.js';
import { type CleanRule, cleanBatches, isCalm } from './clean-batches.js';

/** One variant's numbers in one fork; ns an operation unless said otherwise. */
export interface VariantEstimate {
  readonly id: string;
  /** Undisturbed time of the whole, probes included. */
  readonly whole: number;
  /** Whether the processor was calm in the batches of `whole`; else the best of the others stand for them. */
  readonly calm: boolean;
  /** Clock pairs an operation, over all nodes, in the batches of `whole`: one for each execution, or each stretch of one. */
  readonly timedCalls: number;
  span(node: number): NodeSpan;
}

export interface NodeSpan {
  /** The clock's intervals as they are, in the batches of `whole`. */
  readonly raw: number;
  /** By how much the spans grow when the whole grows by one: its share in the variant's own variation. */
  readonly slope: number;
  /** Executions an operation, in all batches. */
  readonly calls: number;
  /** Clock pairs an operation, in the batches of `whole`. */
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
  const free = batches.filter((batch) => batch.collections === 0);
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

function sumAt(batch: Batch, node: number): Required<Omit<SpanSum, 'node' | 'offNs'>> & { offNs: number } {
  let sumNs = 0;
  let count = 0;
  let pairs = 0;
  let offNs = 0;
  for (const span of batch.spans) {
    if (span.node !== node) continue;
    sumNs += span.sumNs;
    count += span.count;
    pairs += span.pairs ?? span.count;
    offNs += span.offNs ?? Number.NaN;
  }
  return { sumNs, count, pairs, offNs };
}
