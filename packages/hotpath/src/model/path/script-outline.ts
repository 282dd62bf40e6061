/** Functions and statements of a script, by its text. */
export interface ScriptOutline {
  /** The script itself first, then its functions in the order of the text, outer before inner. */
  readonly functions: readonly OutlinedFunction[];
  /** In the order of the text. */
  readonly statements: readonly OutlinedStatement[];
}

export interface OutlinedFunction {
  /** Empty where it has none; of a member without its class. */
  readonly name: string;
  /** First and last line, from 1. */
  readonly line: number;
  readonly endLine: number;
  /** Column of its beginning, from 1. */
  readonly column: number;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

/** A statement, or the expression that is an arrow function's body. */
export interface OutlinedStatement {
  /** UTF-16 offset. */
  readonly start: number;
  readonly line: number;
  /** Column of its beginning, from 1. */
  readonly column: number;
  /** Index of the innermost function around it. */
  readonly owner: number;
}
