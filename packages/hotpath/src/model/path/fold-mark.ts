/** A mark in a source that folds text in an editor and makes no row. */
export interface FoldMark {
  /** Absolute path. */
  readonly file: string;
  readonly line: number;
  /** Why it makes no row. */
  readonly why: string;
}
