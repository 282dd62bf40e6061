/** The functions and statements of a script, from its text. */
export interface ScriptOutline {
  /** The script itself, then its functions in the order of the text, outer before inner. */
  readonly functions: readonly OutlinedFunction[];
  /** In the order of the text. */
  readonly statements: readonly OutlinedStatement[];
}

export interface OutlinedFunction {
  /** Empty for an anonymous function; a member's name does not contain its class. */
  readonly name: string;
  /** First and last line, from 1. */
  readonly line: number;
  readonly endLine: number;
  /** First column, from 1. */
  readonly column: number;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

/** A statement, or the expression body of an arrow function. */
export interface OutlinedStatement {
  /** UTF-16 offset. */
  readonly start: number;
  readonly line: number;
  /** First column, from 1. */
  readonly column: number;
  /** Index of the innermost function around it. */
  readonly owner: number;
  /** Offset of the start of the innermost function around it, modifiers such as `static` included, or class with static blocks. */
  readonly outerStart: number;
}
