/** A place in source text that can become a row: a marked region, a whole function, or the statements that begin on a line. */
export interface RowPlace {
  /** The text after `#region`, or the function's name. */
  readonly name: string;
  readonly kind: 'region' | 'function' | 'line';
  /** Absolute path of the file that holds it. */
  readonly file: string;
  /** First line, counted from 1. */
  readonly line: number;
  /** Last line, counted from 1. */
  readonly endLine: number;
  /**
   * UTF-16 offset of its start in the file: the region's opening comment, the function node or the first statement.
   * Together with `file` and `kind` it identifies the place.
   */
  readonly start: number;
  /** Its origin by the file's source map; null without one. */
  readonly original: { readonly file: string; readonly line: number } | null;
  /** First line of the function around it, or of the place itself if it is a function. */
  readonly functionLine: number;
  /** Whether its function is async or a generator, so that executions may interleave. */
  readonly suspends: boolean;
  /** Why it must not run several times per execution; null where it may. */
  readonly unrepeatable: string | null;
  /** Why an execution cannot be left out and replaced by the values of an earlier one; null where it can. */
  readonly unskippable: string | null;
  /** Why other code may run, or not, without it; null where that is not so as far as its file shows. */
  readonly steers: string | null;
}

/** A place below one parent in the call tree: a place below two parents is two rows. */
export interface Row {
  /** Names from the root down, joined by `/`. Unique in a plan. */
  readonly id: string;
  readonly name: string;
  /** Id of the row inside which this one runs; null at the top. */
  readonly parent: string | null;
  /** Index into the plan's places. */
  readonly place: number;
  /** Index of this row's node in the call tree; the key of its span sums. */
  readonly node: number;
  /** Why its place is not repeated; null where it is. */
  readonly unrepeatable: string | null;
  /** Why its place is not left out; null where it can be. */
  readonly unskippable: string | null;
}
