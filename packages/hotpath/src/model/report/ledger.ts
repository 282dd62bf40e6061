import type { CompiledFunction } from '../measurement/compilation.js';
import type { Modes, OrderEffects, ProcessorState, Sharing, Waking } from './circumstances.js';
import type { ForkReceipt } from './fork-receipt.js';

/** A mean with its 95 % interval over replicates; ns. Low and high are NaN-free: with one replicate they are infinite in the model and null in JSON. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** `sum(rows.mean) + unexplained.mean = total.mean`, exactly; nothing is clamped. */
export interface Ledger {
  readonly unit: 'ns';
  /** One operation without probes: clean time plus garbage collection. */
  readonly total: Estimate;
  readonly rows: readonly LedgerRow[];
  /** The path's floor; null where none was measured. */
  readonly floor: Floor | null;
  readonly unexplained: Unexplained;
  /** Share of the total that rows explain: 1 - unexplained.share. */
  readonly explained: number;
  /** Bytes allocated an operation, without probes. */
  readonly allocatedBytes: Estimate;
  /** The row of garbage collection by kind of pause. */
  readonly collections: readonly Collections[];
  /** Time off the processor while the path waits, part of the total and of the rows in which it waits; NaN where the system does not tell. */
  readonly waiting: Estimate;
  /** Whether executions of rows overlap in time: a row's time is then that in which it ran, and its waiting is no part of it. */
  readonly concurrent: boolean;
  /** What all unprobed batches took more on average than the undisturbed ones, collections aside; not in the total. */
  readonly interference: Estimate;
  /** What `interference` is made of. */
  readonly disturbances: readonly Part[];
  /** The empty pair of clock reads: what every span contains of its own timer. */
  readonly timer: TimerCost;
  /** Mean relative gap between base and twin, the same code measured twice: the systematic error. */
  readonly twinGap: Estimate;
  /** Two times around which batches gather; null where there is one. */
  readonly modes: Modes | null;
  /** How a path that waits fares by where its threads run; null where it does not wait, or always had its processor. */
  readonly sharing: Sharing | null;
  /** What the system takes to wake a thread; null where the path does not wait. */
  readonly waking: Waking | null;
  readonly orderEffects: OrderEffects;
  /** Every timed process, in the order in which they ran. */
  readonly forks: readonly ForkReceipt[];
  readonly processor: ProcessorState;
}

/** The least of the operations that could be done instead of a row or a path. */
export interface Floor {
  readonly name: string;
  readonly time: Estimate;
  /** What is achieved over it. */
  readonly ratio: Estimate;
}

/** One of the operations that could be done instead of the path, or of the row that is named. */
export interface FloorCost extends Floor {
  readonly row: string | null;
  /** Allocated; NaN where collections struck every batch. */
  readonly bytes: Estimate;
}

export interface TimerCost {
  /** Interval between the two reads of an empty pair. */
  readonly interval: Estimate;
  /** What an empty pair adds to the whole operation. */
  readonly perturbation: Estimate;
  /** What the path's own work hides of the interval, an execution; not taken off the spans. */
  readonly hidden: Estimate;
}

export interface LedgerRow {
  readonly id: string;
  readonly name: string;
  /** `path` rows come from the source; `system` rows are measured by the runtime's own instruments. */
  readonly kind: 'path' | 'system';
  readonly parent: string | null;
  /** `file:line` of the row's place, by the file's source map where it has one, relative to the working directory when printed; null for system rows. */
  readonly place: { readonly file: string; readonly line: number } | null;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly inclusive: Estimate;
  /** mean / total.mean. */
  readonly share: number;
  /** Executions an operation. */
  readonly calls: number;
  readonly routes: Routes;
  /** The least that could be done instead; null where none was measured. */
  readonly floor: Floor | null;
  /**
   * Of its inclusive time, what the thread was off the processor; on a concurrent path, how long its executions were
   * suspended, all of them together, which is no part of its time. Null where the path does not
   * wait, or the system does not tell.
   */
  readonly waiting: Estimate | null;
  /** Bytes allocated an operation, child rows included; null where the row is not repeated, or collections struck every batch. */
  readonly allocatedBytes: Estimate | null;
  /** Whole with this row's probe on / probe off; null where there is no probe. */
  readonly dilation: number | null;
  /** What V8 made of the function around it; null where its log does not say. */
  readonly code: CodeReceipt | null;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Why the confidence is what it is, one sentence. */
  readonly reason: string;
}

/** The code of a row's function in all variants of all forks. A function that is inlined runs in its caller's tier. */
export interface CodeReceipt {
  readonly function: string;
  /** Copies in each tier when measuring began, and when it ended. */
  readonly before: CompiledFunction['before'];
  readonly after: CompiledFunction['after'];
  /** Copies that were compiled anew or deoptimised in between. */
  readonly changed: number;
  /** Functions whose optimised code has a copy of it inside, when measuring ended. */
  readonly inlinedInto: readonly string[];
}

/** Each route's inclusive estimate of a row; null where the route does not apply. */
export interface Routes {
  readonly spans: SpanRoute | null;
  readonly marginal: MarginalRoute | null;
  readonly sampled: SampledRoute | null;
  /** How far spans and marginal cost are apart, in standard deviations of that distance; null with one of them. */
  readonly discord: number | null;
  /** Why a route is null. */
  readonly refused: { readonly marginal: string | null; readonly sampled: string | null };
}

export interface SpanRoute {
  /** As the clock gave it, its own interval included. */
  readonly raw: Estimate;
  /** The timer's part: empty interval less what the path hides of it, times calls. */
  readonly overhead: number;
  /** raw - overhead. */
  readonly corrected: Estimate;
}

/** The growth of the whole when the row runs several times. It has no timer in it, so nothing is taken off. */
export interface MarginalRoute {
  readonly raw: Estimate;
  readonly overhead: 0;
  readonly corrected: Estimate;
  /** Mean number of additional runs in an execution. */
  readonly repeats: number;
  /** What the loop around the row adds to the whole while it turns once. */
  readonly shell: Estimate;
  /** Its part in the row's value, 0 to 1; the rest are the spans'. */
  readonly weight: number;
}

/** The row's share of CPU samples, taken with inlining off. */
export interface SampledRoute {
  /** Share of the sampled path's own, slower whole. */
  readonly raw: Estimate;
  readonly overhead: 0;
  /** Share of the unprobed whole. */
  readonly corrected: Estimate;
  /** Samples in the row and its child rows. */
  readonly samples: number;
  /** The sampled path's whole / the unprobed whole. */
  readonly slowDown: number;
}

export interface Unexplained extends Estimate {
  readonly share: number;
  /** What it is made of, as far as that is measured; the last part is what is left. */
  readonly parts: readonly Part[];
}

/** What pauses of one kind cost. */
export interface Collections extends Part {
  /** Pauses an operation. */
  readonly pauses: number;
}

/** A named part of a sum. */
export interface Part extends Estimate {
  readonly name: string;
}
