/** How a function's code was made: interpreted, or by which compiler, in the order of effort. */
export type Tier = 'interpreted' | 'baseline' | 'maglev' | 'turbofan';

/** What V8 did to the path's code in one fork, by its own log. */
export interface Compilation {
  readonly functions: readonly CompiledFunction[];
  readonly deoptimisations: readonly Deoptimisation[];
  /** When the measuring thread compiled or threw away code while batches were measured, ms since that began, in order of time. */
  readonly eventsMs: readonly number[];
  /** Those of them that concerned the path's own functions, or the loop that runs it. */
  readonly pathEventsMs: readonly number[];
}

/** A function of the path; every variant has an instance of it. */
export interface CompiledFunction {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  /** Instances in each tier when measuring began, and when it ended. */
  readonly before: Readonly<Partial<Record<Tier, number>>>;
  readonly after: Readonly<Partial<Record<Tier, number>>>;
  /** Instances that were compiled anew or deoptimised in between. */
  readonly changed: number;
  /** Names of functions whose optimised code had an instance inside it when measuring ended. */
  readonly inlinedInto: readonly string[];
}

export interface Deoptimisation {
  /** `file:line` of the operation that was assumed wrongly. */
  readonly at: string;
  /** `file:line` of the call into which that code had been inlined; null where it was not. */
  readonly inlinedAt: string | null;
  readonly reason: string;
  /** Whether it happened while batches were measured. */
  readonly whileMeasured: boolean;
}
