/** A place in source text that can become a row: a marked region, a whole function, or the statements that begin on a line. */
export interface RowPlace {
  /** The text behind `#region`, or the function's name. */
  readonly name: string;
  readonly kind: 'region' | 'function' | 'line';
  /** Absolute path of the file that holds it. */
  readonly file: string;
  /** First line, counted from 1. */
  readonly line: number;
  /** Last line, counted from 1. */
  readonly endLine: number;
  /**
   * Where it starts, as a UTF-16 offset into the file: the region's opening comment, the function
   * node or the first statement. With `file` and `kind` it names the place.
   */
  readonly start: number;
  /** Where its text comes from, by the file's source map; null where it has none. */
  readonly original: { readonly file: string; readonly line: number } | null;
  /** Line on which the function around it begins, or it itself if it is a function. */
  readonly functionLine: number;
  /** Whether its function is async or a generator: an execution may be interleaved with another of its own. */
  readonly suspends: boolean;
  /** Why it must not run several times in one execution; null where it may. */
  readonly unrepeatable: string | null;
  /** Why an execution cannot be left out, with the values of an earlier one in its stead; null where it can. */
  readonly unskippable: string | null;
}

/** A place as it was met at run time: the same place below two parents is two rows. */
export interface Row {
  /** Names from the root down, joined by `/`. Unique in a plan. */
  readonly id: string;
  readonly name: string;
  /** The id of the row inside which this one runs; null at the top. */
  readonly parent: string | null;
  /** Index into the plan's places. */
  readonly place: number;
  /** Index of this row's node in the call tree; the key of its span sums. */
  readonly node: number;
  /** Why it has no marginal cost; null where its place is repeated. */
  readonly unrepeatable: string | null;
}
