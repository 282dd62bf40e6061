/** A function's time by its lines, in the file that people write. */
export interface FunctionLines {
  /** Empty where it has none. */
  readonly name: string;
  /** Absolute path. */
  readonly file: string;
  /** First and last line, from 1. */
  readonly line: number;
  readonly endLine: number;
  /** Of the function with what it called, ns; the sum of its lines' times. */
  readonly time: number;
  /** Lines on which statements begin, in order; a line's time includes what was called from it. */
  readonly lines: readonly LineUse[];
}

export interface LineUse {
  readonly line: number;
  /** How often the first statement of the line was begun; null where none begins there, or nobody counted. */
  readonly hits: number | null;
  /** ns */
  readonly time: number;
  /** Half of its 95 % interval, ns: of samples by their number, of probes over processes. */
  readonly half: number;
}

/** Functions by their time, longest first. */
export interface LineProfile {
  /** All that was sampled, ns. */
  readonly total: number;
  readonly samples: number;
  readonly functions: readonly FunctionLines[];
  /** Time on lines of executed text that hold text of several lines, ns: it stands at the first of them. */
  readonly blurred: number;
}
