/**
 * One copy of the path in a fork, with its own module instances.
 *
 * | kind | what runs |
 * |---|---|
 * | `base`, `twin` | the untouched path |
 * | `timer` | an empty pair of clock reads before each operation |
 * | `run` | the pair around each operation |
 * | `wait-timer` | an empty pair of reads of off-CPU time before each operation |
 * | `span` | clock reads at the edges of one place, or of several that do not run inside each other |
 * | `wait` | reads of off-CPU time there |
 * | `repeat` | one place several times per execution |
 * | `skip` | one place only in one of several executions |
 * | `replace` | other code in one region |
 * | `operation` | another operation of the specification |
 * | `other` | the path of another specification |
 */
export type Variant =
  | StandingVariant
  | { readonly id: 'wait-timer'; readonly kind: 'wait-timer' }
  | { readonly id: string; readonly kind: 'operation'; readonly operation: string }
  | OtherVariant
  | TimedVariant
  | { readonly id: string; readonly kind: 'repeat'; readonly place: number }
  | SkipVariant
  | ReplaceVariant;

/** Ids of the variants that are in every fork with rows. */
export type StandingId = 'base' | 'twin' | 'timer' | 'run';

/** A variant that is its own kind: its id and its kind are the same word. */
export type StandingVariant = {
  readonly [Id in StandingId]: { readonly id: Id; readonly kind: Id };
}[StandingId];

/** The path with clock reads at the edges of some places, none of which runs inside another. */
export interface TimedVariant {
  readonly id: string;
  readonly kind: 'span' | 'wait';
  readonly places: readonly number[];
}

/** Another path, such as the same path before or after a change. */
export interface OtherVariant {
  readonly id: string;
  readonly kind: 'other';
  /** Absolute path of its specification. */
  readonly spec: string;
  /** Whether its `run` returns a promise. */
  readonly async: boolean;
}

/** The path with a place left out of executions. */
export interface SkipVariant {
  readonly id: string;
  readonly kind: 'skip';
  readonly place: number;
  /** In one of how many executions the place runs, for each trial besides the one in which it always runs. */
  readonly periods: readonly number[];
  /**
   * Whether what its leaving out saves is asked for. If not, that is evidence of the row's time, and it is left out only while the path
   * goes on as it does with it.
   */
  readonly wanted: boolean;
}

/** The path with other code in a region. */
export interface ReplaceVariant {
  readonly id: string;
  readonly kind: 'replace';
  readonly place: number;
  /** Name of the change. */
  readonly name: string;
  readonly code: string;
}

/** A place that runs in one of this many executions is left out of practically all. */
export const leftOut = 2 ** 30;

/** Where what changes of a row would save is asked for, it runs in every second execution, in every fourth, or in practically none. */
export const skipPeriods = [2, 4, leftOut] as const;
