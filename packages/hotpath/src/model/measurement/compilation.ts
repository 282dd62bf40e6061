/** How a function runs: in the interpreter, or as code of one of V8's compilers. */
export type Tier = 'interpreted' | 'baseline' | 'maglev' | 'turbofan';

/** What V8 did to the path's code in one fork, according to its log. */
export interface Compilation {
  readonly functions: readonly CompiledFunction[];
  readonly deoptimisations: readonly Deoptimisation[];
  /** When the measuring thread compiled or discarded code during the batches: ms since the first batch, ascending. */
  readonly eventsMs: readonly number[];
  /** The subset that concerns the path's own functions or the measuring loop around it. */
  readonly pathEventsMs: readonly number[];
}

/** A function of the path. Every variant has an instance of it. */
export interface CompiledFunction {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  /** Instances by tier at the first batch and after the last. */
  readonly before: Readonly<Partial<Record<Tier, number>>>;
  readonly after: Readonly<Partial<Record<Tier, number>>>;
  /** Instances that were recompiled or deoptimised in between. */
  readonly changed: number;
  /** Names of functions into whose optimised code an instance was inlined after the last batch. */
  readonly inlinedInto: readonly string[];
}

export interface Deoptimisation {
  /** `file:line` of the operation for which V8 had assumed wrongly. */
  readonly at: string;
  /** `file:line` of the call into which that code had been inlined; null where it was not inlined. */
  readonly inlinedAt: string | null;
  readonly reason: string;
  /** Whether it happened during the batches. */
  readonly whileMeasured: boolean;
}
