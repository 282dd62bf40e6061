import type { CompiledFunction } from '../measurement/compilation.js';
import type { Modes, OrderEffects, ProcessorState, Sharing, Waking } from './circumstances.js';
import type { Estimate } from './estimate.js';
import type { ForkReceipt } from './fork-receipt.js';

/** `sum(rows.mean) + unexplained.mean = total.mean`, exactly; nothing is clamped. */
export interface Ledger {
  readonly unit: 'ns';
  /** One operation without probes: clean time plus garbage collection. */
  readonly total: Estimate;
  readonly rows: readonly LedgerRow[];
  /** Rows whose number could not be true, so they are not among the rows. Their time is in the row around them. */
  readonly refused: readonly RefusedRow[];
  /** The path's floor; null where none was measured. */
  readonly floor: Floor | null;
  readonly unexplained: Unexplained;
  /** Share of the total that is in rows: 1 - unexplained.share. */
  readonly explained: number;
  /** Bytes allocated per operation, without probes. */
  readonly allocatedBytes: Estimate;
  /** The row of garbage collection by kind of pause. */
  readonly collections: readonly Collections[];
  /** The path's time off the processor, part of the total and of the rows that wait; NaN where the system does not report it. */
  readonly waiting: Estimate;
  /** Whether executions of rows overlap in time: a row's time is then only the time in which it ran, without its waiting. */
  readonly concurrent: boolean;
  /** Mean excess of all unprobed batches over the clean ones, collections excluded; not part of the total. */
  readonly interference: Estimate;
  /** The parts of `interference`. */
  readonly disturbances: readonly Part[];
  /** The empty pair of clock reads: what every span contains of its own timer. */
  readonly timer: TimerCost;
  /** Mean relative gap between base and twin, the same code measured twice: the systematic error. */
  readonly twinGap: Estimate;
  /** Two times around which batches gather; null where there is one time. */
  readonly modes: Modes | null;
  /** A path that waits, with and without a processor of its own; null where it does not wait, or hardly ever shared one. */
  readonly sharing: Sharing | null;
  /** How long the system takes to wake a thread; null where the path does not wait. */
  readonly waking: Waking | null;
  readonly orderEffects: OrderEffects;
  /** Every timed fork, in the order in which they ran. */
  readonly forks: readonly ForkReceipt[];
  readonly processor: ProcessorState;
}

/** The fastest of the operations that could be done instead of a row or a path. */
export interface Floor {
  readonly name: string;
  readonly time: Estimate;
  /** Achieved time / floor. */
  readonly ratio: Estimate;
}

/** One of the operations that could be done instead of the path or of the named row. */
export interface FloorCost extends Floor {
  readonly row: string | null;
  /** Bytes allocated; NaN where every batch had a collection. */
  readonly bytes: Estimate;
}

export interface RefusedRow {
  readonly id: string;
  /** A clause that begins with "it". */
  readonly why: string;
}

export interface TimerCost {
  /** Interval between the two reads of an empty pair. */
  readonly interval: Estimate;
  /** What an empty pair adds to the whole operation. */
  readonly perturbation: Estimate;
  /** The part of the interval that the path's own work hides, per execution; not subtracted from the spans. */
  readonly hidden: Estimate;
}

export interface LedgerRow {
  readonly id: string;
  readonly name: string;
  /** `path` rows come from the source; `system` rows are measured by the runtime's own instruments. */
  readonly kind: 'path' | 'system';
  readonly parent: string | null;
  /** The row's place in its original source where the file has a source map; null for system rows. */
  readonly place: { readonly file: string; readonly line: number } | null;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly inclusive: Estimate;
  /** mean / total.mean. */
  readonly share: number;
  /** Executions per operation. */
  readonly calls: number;
  readonly routes: Routes;
  /** The fastest that could be done instead; null where none was measured. */
  readonly floor: Floor | null;
  /**
   * The part of its inclusive time in which the thread was off the processor. On a concurrent path: how long all its executions
   * together were suspended, which is not part of its time. Null where the path does not wait, or the system does not report it.
   */
  readonly waiting: Estimate | null;
  /** Bytes allocated per operation, child rows included; null where the row is not repeated, or every batch had a collection. */
  readonly allocatedBytes: Estimate | null;
  /** Whole with this row's probe / without it; null where there is no probe. */
  readonly dilation: number | null;
  /** What V8 made of the function around it; null where its log does not mention it. */
  readonly code: CodeReceipt | null;
  readonly confidence: 'high' | 'medium' | 'low';
  /** The reason for the confidence, one sentence. */
  readonly reason: string;
}

/** The code of a row's function in all variants of all forks. An inlined function runs in its caller's tier. */
export interface CodeReceipt {
  readonly function: string;
  /** Copies by tier when measuring began, and when it ended. */
  readonly before: CompiledFunction['before'];
  readonly after: CompiledFunction['after'];
  /** Copies that were recompiled or deoptimised in between. */
  readonly changed: number;
  /** Functions whose optimised code contained a copy of it when measuring ended. */
  readonly inlinedInto: readonly string[];
}

/** Each route's inclusive estimate of a row; null where the route does not apply. */
export interface Routes {
  /** The inside: between the clock reads at the row's edges. */
  readonly spans: SpanRoute | null;
  readonly outside: OutsideRoute | null;
  readonly marginal: MarginalRoute | null;
  readonly sampled: SampledRoute | null;
  /** Distance of the spans from the mean of the other routes, in its standard deviations; null with spans alone. */
  readonly discord: number | null;
  /** The route that at least two others contradict. It counts for little. */
  readonly atOdds: 'spans' | 'outside' | 'marginal' | 'sampled' | null;
  /** Why a route is null. */
  readonly refused: { readonly marginal: string | null; readonly sampled: string | null };
}

export interface SpanRoute {
  /** As the clock gave it, the timer's interval included. */
  readonly raw: Estimate;
  /** raw - corrected, ns per operation: the timer's part, and what a process far from the others has too much. */
  readonly overhead: number;
  /** raw - overhead. */
  readonly corrected: Estimate;
  /** Its weight in the row's value, 0 to 1. The weights of all routes add up to 1. */
  readonly weight: number;
}

/** What is left of the unprobed whole without what the probed path spends outside the row. */
export interface OutsideRoute {
  /** What the row's probe adds to the whole. */
  readonly raw: Estimate;
  readonly corrected: Estimate;
  readonly weight: number;
}

/**
 * The growth of the whole when the row runs several times, or what leaving it out saves. It contains no timer, so nothing is
 * subtracted.
 */
export interface MarginalRoute {
  readonly by: 'repeating' | 'leaving out';
  readonly raw: Estimate;
  readonly overhead: 0;
  readonly corrected: Estimate;
  /** Mean number of extra runs per execution; 0 where the row is left out. */
  readonly repeats: number;
  /** What the code for it adds to the whole while the row runs once. */
  readonly shell: Estimate;
  readonly weight: number;
}

/** The row's share of CPU samples, taken with inlining off. */
export interface SampledRoute {
  /** The row's share of samples times the sampled path's own, slower whole. */
  readonly raw: Estimate;
  readonly overhead: 0;
  /** The row's share of samples times the clean whole. */
  readonly corrected: Estimate;
  /** Samples in the row and its child rows. */
  readonly samples: number;
  /** The sampled path's whole / the total. */
  readonly slowDown: number;
  /** 0 where the slow-down is too large for samples to count. */
  readonly weight: number;
}

export interface Unexplained extends Estimate {
  readonly share: number;
  /** Its parts, as far as they are measured; the last part is what is left. */
  readonly parts: readonly Part[];
}

/** The cost of pauses of one kind. */
export interface Collections extends Part {
  /** Pauses per operation. */
  readonly pauses: number;
}

/** A named part of a sum. */
export interface Part extends Estimate {
  readonly name: string;
}
