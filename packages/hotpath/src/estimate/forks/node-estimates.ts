import type { MarginalEstimate } from './marginal-estimate.js';

/** A node's spans, at the luck of the fork's whole; per operation. */
export interface SpanEstimate {
  /** As the clock gave them, the timer's interval included; ns. */
  readonly raw: number;
  /** Executions. */
  readonly calls: number;
  /** Pairs of clock reads. */
  readonly timedCalls: number;
  /** Whole with the probe / whole without. */
  readonly dilation: number;
  /** Whole with the probe - whole without, ns. */
  readonly added: number;
}

/** What was measured of call-tree nodes, by node. */
export interface NodeEstimates {
  readonly spans: ReadonlyMap<number, SpanEstimate>;
  /** Time off the processor, ns per operation, where it was measured. */
  readonly waits: ReadonlyMap<number, number>;
  /** Where the node's place is repeated. */
  readonly marginals: ReadonlyMap<number, MarginalEstimate>;
}

/** Forks of one replicate share the nodes among them. The first fork that knows a node decides. */
export function mergeNodes(forks: readonly NodeEstimates[]): NodeEstimates {
  return {
    spans: merged(forks.map(({ spans }) => spans)),
    waits: merged(forks.map(({ waits }) => waits)),
    marginals: merged(forks.map(({ marginals }) => marginals)),
  };
}

function merged<T>(maps: readonly ReadonlyMap<number, T>[]): ReadonlyMap<number, T> {
  return new Map([...maps].reverse().flatMap((map) => [...map]));
}
