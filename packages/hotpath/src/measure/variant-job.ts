import type { Edit } from '../instrument/edits/compile.js';
import type { SkipVariant } from '../model/measurement/variant.js';

/** What a fork needs to make one copy of the path. */
export type VariantJob = MeasuredVariantJob | TracedVariantJob;

/** A copy of the path that a driver runs. */
export type MeasuredVariantJob =
  | WholeVariantJob
  | TimerVariantJob
  | OperationVariantJob
  | OtherVariantJob
  | TimedVariantJob
  | PlaceVariantJob
  | SkipVariantJob;

interface VariantJobBase {
  readonly id: string;
  /** What is changed in its files, by absolute path. */
  readonly edits: FileEdits;
}

export type FileEdits = Readonly<Record<string, readonly Edit[]>>;

/** The untouched path. */
export interface WholeVariantJob extends VariantJobBase {
  readonly kind: 'base' | 'twin';
}

/** The untouched path with an empty pair of reads before each operation, or a pair around it (`run`). */
export interface TimerVariantJob extends VariantJobBase {
  readonly kind: 'timer' | 'run' | 'wait-timer';
}

/** Another operation of the specification. */
export interface OperationVariantJob extends VariantJobBase {
  readonly kind: 'operation';
  readonly operation: string;
}

/** The path of another specification. */
export interface OtherVariantJob extends VariantJobBase {
  readonly kind: 'other';
  readonly spec: string;
  readonly async: boolean;
}

/** The path with clock reads (`span`) or reads of off-CPU time (`wait`) at the edges of some places. */
export interface TimedVariantJob extends VariantJobBase {
  readonly kind: 'span' | 'wait';
  /** In ascending order of the places. */
  readonly timed: readonly TimedPlace[];
  /** Places that are only marked, so that the parents of a timed place are distinguished. */
  readonly marked: readonly number[];
  /** Index at which the code finds the listener to its suspensions; null where it reports none. */
  readonly turns: number | null;
}

export interface TimedPlace {
  readonly place: number;
  readonly clock: ClockKind;
}

/**
 * How executions of a place lie in time, which decides where their time of entry is kept; `waiting`: off-CPU time is read,
 * however they lie.
 */
export type ClockKind = 'one-by-one' | 'nested' | 'suspended' | 'waiting';

/** The path with one place repeated or replaced. */
export interface PlaceVariantJob extends VariantJobBase {
  readonly kind: 'repeat' | 'replace';
  readonly place: number;
}

/** The path with one place left out. */
export interface SkipVariantJob
  extends VariantJobBase,
    Pick<SkipVariant, 'kind' | 'place' | 'periods' | 'wanted'> {}

/** The path with all places probed for their nesting and all suspensions reported. */
export interface TracedVariantJob extends VariantJobBase {
  readonly kind: 'trace';
  readonly places: readonly number[];
  /** Index at which the code finds the listener to its suspensions. */
  readonly turns: number;
}
