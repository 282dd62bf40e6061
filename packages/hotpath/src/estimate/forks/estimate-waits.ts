import type { CleanRule } from '../batches/clean-rule.js';
import { estimateKinds, type TimedEstimate } from './estimate-kinds.js';
import type { PlannedVariant } from './planned-variants.js';

interface WaitContext {
  readonly operations: number;
  readonly rule: CleanRule;
  readonly wakingFactor: number;
}

/**
 * How long nodes were off the processor, ns per operation. Where executions overlap, the spans of `timed` variants hold it; elsewhere
 * `wait` variants measure it.
 */
export function estimateWaits(
  variants: readonly PlannedVariant[],
  timed: readonly TimedEstimate[],
  { operations, rule, wakingFactor }: WaitContext,
): Map<number, number> {
  const suspended = timed.flatMap((variant) =>
    variant.nodes.map((node) => [node, variant.span(node).off] as const),
  );
  const [timer] = estimateKinds(variants, ['wait-timer'], operations, rule).map(({ span }) => span(0));
  // What an empty pair of reads seems to wait, ns per pair.
  const empty = timer ? timer.raw / timer.timedCalls : 0;
  const measured = estimateKinds(variants, ['wait'], operations, rule).flatMap(({ nodes, span, whole }) =>
    nodes.map((node) => {
      const { raw, slope, timedCalls } = span(node);
      return [node, raw + slope * (wakingFactor - 1) * whole - empty * timedCalls] as const;
    }),
  );
  return new Map([...suspended, ...measured].filter(([, ns]) => Number.isFinite(ns)));
}
